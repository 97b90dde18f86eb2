# Tiếng Dân. "make help" lists what can be done; each line below that has "##" is one thing.

SHELL := /bin/sh
.DEFAULT_GOAL := help
BIN := .venv/bin
STAMP := .venv/.installed
LOCK = CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/python -m piptools compile -q --generate-hashes --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
CODE := bot cases handlers storage locales tests tools benchmarks

SHARED := -n 3 --dist loadfile --no-loadscope-reorder

.PHONY: help install demo test fuzz check format bench bench-report bench-turn look lock clean

help: ## say what can be done here
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

install: $(STAMP) ## make .venv and install everything into it, from requirements-dev.lock

demo: $(STAMP) ## start everything on this machine, no account needed (PORT=8081 SAMPLE=200 ZALO=1 ARGS=…)
	@$(BIN)/tiengdan demo $(if $(PORT),--port $(PORT)) $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(ZALO),--zalo) $(ARGS)

test: $(STAMP) ## run the whole suite (T=tests/cases a part, in one process; DATABASE=postgresql; ARGS=… goes to pytest)
	@PYTHONDONTWRITEBYTECODE= SUITE_DATABASE=$(or $(DATABASE),sqlite) $(BIN)/python -m pytest -rs $(if $(T),$(T),$(SHARED)) $(ARGS)

fuzz: $(STAMP) ## the tests with random input, FUZZ times as long (20)
	@TIENGDAN_FUZZ=$(or $(FUZZ),20) $(BIN)/python -m pytest -q $(SHARED) --timeout 0 $$(grep -rl "tests.fuzz" tests --include='test_*.py') $(ARGS)

check: $(STAMP) ## layout, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP) ## lay the code out anew and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMP) ## how many messages a second this machine bears (ARGS="--people 1000 --at-once 50")
	@$(BIN)/python -m benchmarks $(ARGS)

bench-report: $(STAMP) .venv-bench/.installed ## how long a report takes over a million letters, beside SQL and pandas (ARGS="--letters 100000")
	@$(BIN)/python -m benchmarks.report $(ARGS)

bench-turn: $(STAMP) .venv-bench/.installed ## what a message costs, beside aiogram, python-telegram-bot and a bare floor (ARGS=…)
	@$(BIN)/python -m benchmarks.turn $(ARGS)

.venv-bench/.installed: benchmarks/turn/peers/requirements.txt
	$(BIN)/python -m venv .venv-bench
	.venv-bench/bin/python -m pip install -q --disable-pip-version-check -r $<
	touch $@

look: $(STAMP) ## pictures of the pages, in look/ (needs chromium)
	@$(BIN)/python -m tools.look

lock: $(STAMP) ## write both lock files anew from pyproject.toml: what runs, and that with what develops it
	$(BIN)/python -m pip install -q pip-tools
	$(LOCK) --upgrade --extra dev -o requirements-dev.lock pyproject.toml
	$(LOCK) --upgrade -c requirements-dev.lock -o requirements.lock pyproject.toml

clean: ## remove .venv and caches; letters under var/ stay
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The stamp is older than the lock or the project file: install again. Otherwise nothing is done.
$(STAMP): requirements-dev.lock pyproject.toml
	@set -e; \
	python=""; \
	for name in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
		if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$name; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
		echo "Python 3.11 or newer is needed, and none was found (python3 is: $$(python3 --version 2>&1 || echo missing))." >&2; \
		echo "Debian, Ubuntu: sudo apt install python3.11 python3.11-venv   macOS: brew install python@3.12" >&2; \
		echo "It is elsewhere? make install PYTHON=/path/to/python3" >&2; \
		exit 1; \
	fi; \
	if ! $(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	|| ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
		rm -rf .venv; \
		if ! $$python -m venv .venv; then \
			version=$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
			rm -rf .venv; \
			echo "This Python cannot make a .venv. Debian, Ubuntu: sudo apt install python$$version-venv, then try again." >&2; \
			exit 1; \
		fi; \
	fi; \
	echo "Installing into .venv (a minute or two the first time) ..."; \
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock; \
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .; \
	$(BIN)/python -m compileall -q -j 0 bot cases handlers storage locales; \
	touch $(STAMP)
