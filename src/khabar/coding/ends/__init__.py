"""The ends of an event that its own grammar left open, and who may fill them.

`missing` goes through one table. Its rows stand by kind of act in the modules here, each beside the searches that it names:
a new way to find a party is one function and one row.
"""
