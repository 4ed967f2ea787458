"""What stands on each page, worked out from the store: a module a page. Nothing here knows HTML or HTTP; every page is also rows."""

from khabar.web.pages import actor, charts, data, dossier, report, review, stories, story

__all__ = ["actor", "charts", "data", "dossier", "report", "review", "stories", "story"]
