# Everything needs only Python 3.11 to 3.13, make and the package registry.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: install demo test test-browser bench lint format lock train clean

install: $(READY)

$(READY): requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)

demo: $(READY)
	$(BIN)/onrecord demo

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: lint
	$(BIN)/python -m pytest --ignore=tests/browser
	$(BIN)/python -m bench --check

# What people do at the desk, in a browser. Where there is no Chromium they are skipped, and a line says how to get one.
test-browser: $(READY)
	$(BIN)/python -m pytest -rs tests/browser

bench: $(READY)
	$(BIN)/python -m bench

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Makes the weights of the statement tagger again: hours, and a virtual environment of its own with torch.
TRAIN := .venv-train
$(TRAIN)/ready: requirements/train.txt
	$(PYTHON) -m venv --clear $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/train.txt
	touch $(TRAIN)/ready

train: $(TRAIN)/ready
	mkdir -p build
	PYTHONPATH=src:. $(TRAIN)/bin/python -u -m train --out build/tagger | tee -a build/train.log

# Only for whoever changes a dependency: needs uv.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url -q -o requirements/dev.txt
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url -q -o requirements/run.txt

clean:
	rm -rf .venv .venv-train build .mypy_cache .ruff_cache .pytest_cache .hypothesis
