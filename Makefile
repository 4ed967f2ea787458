# Two commands do everything: make demo, make test. See README.md.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

DESK   := $(VENV)/desk.db
PORT   ?= 8000

.PHONY: demo desk docs pictures test eval bench world torture clean

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $(READY)

demo: $(READY)            ## the main job on the example reports
	@$(BIN)/khabar demo

desk: $(READY)            ## the desk on the example reports, in the browser (PORT=8000)
	@test -f $(DESK) || $(BIN)/khabar add $(DESK) examples
	@$(BIN)/khabar serve $(DESK) --port $(PORT) --open

test: $(READY)            ## every check: style, types, tests (offline)
	$(BIN)/ruff check src tests eval docs
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist worksteal

docs: $(READY)            ## runs the commands that README and docs/ show and prints their output anew
	$(BIN)/python docs/reprint.py

pictures: $(READY)        ## the pictures of docs/desk.md, with Chromium
	$(BIN)/python docs/pictures.py

eval: $(READY)            ## scores on the gold and on ../shared/data, against their floors
	$(BIN)/python eval/run.py
	$(BIN)/python eval/search.py

bench: $(READY)           ## documents per second, memory, start-up
	$(BIN)/python eval/bench.py

torture: $(READY)         ## a thousand random kills while reports are added
	$(BIN)/python tests/torture.py 1000

world: $(READY)           ## checks data/world against ../shared/data/kb
	$(BIN)/python eval/world.py

clean:
	rm -rf $(VENV) build dist src/*.egg-info
