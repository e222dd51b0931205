# Everything here sets itself up: Python 3.11 or newer, git and make are enough.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
STAMP := $(VENV)/.installed
DEMO := examples/saz-studio

.PHONY: demo test lint contact pictures docs messages bench clean setup

demo: setup ## Build the first example, all of it.
	$(BIN)/creativekit -C $(DEMO) build
	@echo "Open $(DEMO)/kit/index.html to see it all."

# worksteal: tests of a file stay together, and with them the kits and browsers that they share.
test: setup ## Run every test.
	$(BIN)/python -m pytest -n auto --dist worksteal -q

lint: setup ## Types, style, and who may import whom.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

contact: setup ## Contact sheets to look at, in contact/.
	$(BIN)/python tests/contact_sheets.py contact
	PYTHONPATH=tests $(BIN)/python tests/contact_posts.py contact
	PYTHONPATH=tests $(BIN)/python tests/contact_worksheets.py contact
	PYTHONPATH=tests $(BIN)/python tests/contact_studio.py contact

pictures: setup ## The pictures of README, made anew.
	$(BIN)/python docs/make_pictures.py

docs: setup ## The pages of docs/ that are made from code.
	$(BIN)/python docs/make_config.py
	$(BIN)/python docs/make_checks.py

messages: setup ## Collect the texts to translate and bring the catalogs up to date.
	$(BIN)/pybabel -q extract -F babel.cfg -k msg -k nmsg:1,2 --no-location --sort-output --project creativekit --version "" -o messages.pot src
	for lang in kk ru en; do \
	  $(BIN)/pybabel -q update -D creativekit -i messages.pot -d src/creativekit/language/locales -l $$lang --no-fuzzy-matching --ignore-obsolete; done
	rm -f messages.pot

bench: setup ## What is claimed about speed, measured here.
	$(BIN)/python -m benchmarks

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt hatch_build.py $(wildcard src/creativekit/language/locales/*/LC_MESSAGES/*.po)
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "creativekit needs Python 3.11 or newer; this is %d.%d. Try: make PYTHON=python3.12" % sys.version_info[:2])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $(STAMP)

clean:
	rm -rf $(VENV) contact dist build examples/*/kit
