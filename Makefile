# Stridelab. `make help` lists the commands; README.md says more.

# Every command works with this toolchain, which the go command fetches by itself.
export GOTOOLCHAIN := go1.27.4
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

ADDR = 127.0.0.1:8000
DATA =
PREFIX =
MNIST_DIR ?= $(abspath $(wildcard ../shared/data/mnist))
export MNIST_DIR

# The page leaves json/v2 out, which would make it larger; the trainer adds WebAssembly's vectors.
PAGE_ENV   := GOOS=js GOARCH=wasm GOEXPERIMENT=nojsonv2
WORKER_ENV := GOOS=js GOARCH=wasm GOEXPERIMENT=simd,nojsonv2
# What trains natively, on amd64's vectors where the processor has AVX2. Elsewhere this changes nothing.
NATIVE_ENV := GOEXPERIMENT=simd
WASM_FLAGS := -trimpath -buildvcs=false -ldflags='-s -w'
# Flag -l turns inlining off. In Go's runtime that makes the trainer 30 kB smaller to download and
# its garbage collector half as fast, but the trainer makes next to no garbage. Package train
# schedules the work and leaves the computing to nn: there -l saves 17 kB more.
WORKER_FLAGS := $(WASM_FLAGS) -gcflags=runtime=-l -gcflags=stridelab/train/...=-l

# The page has inlining on only in packages that compute, draw or manage memory. Elsewhere it makes
# the page 150 kB larger to download and no faster. The last pattern that matches a package counts.
PAGE_FLAGS := $(WASM_FLAGS) -gcflags=all=-l $(patsubst %,-gcflags=%=,runtime internal/... syscall/js strconv math/... image/... \
	gonum.org/... stridelab/nn/... stridelab/data stridelab/viz)

# What computes, and so must agree with itself natively, in WebAssembly and with its vectors.
PURE := ./internal/... ./nn/... ./data/... ./train/... ./viz/... ./app/trace

# A folder is listed beside its files because its date tells when one is removed.
tree = $(shell find $(1) -not -name '*_test.go' -not -path '*/testdata*' 2>/dev/null) go.mod go.sum Makefile
BUILD := web/build

.PHONY: help
help: ## lists the commands
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /  make \1\t/' | expand -t 24
	@echo; echo "  ADDR=127.0.0.1:8000, DATA=folder of datasets (run)   PREFIX=/repo (dist)   MNIST_DIR=folder of MNIST's four files (test)"

.PHONY: run
run: build ## builds the programs and serves Stridelab on http://127.0.0.1:8000
	@exec .cache/serve -best .cache/best -addr '$(ADDR)' $(if $(DATA),-data '$(DATA)')

# Side by side, since a link or a compression keeps one core only.
.PHONY: build
build: ## builds the programs and the server
	@$(MAKE) --no-print-directory -s -j3 .cache/serve

# The page takes go-app without its server's half, which no page runs.
.cache/page.mod: $(call tree,cmd/trim)
	@mkdir -p .cache
	@go mod download github.com/maxence-charriere/go-app/v10
	@go run ./cmd/trim -from "$$(go list -m -f '{{.Dir}}' github.com/maxence-charriere/go-app/v10)" -to .cache/goapp -mod $@

$(BUILD)/app.wasm: .cache/page.mod $(call tree,internal nn data train viz app cmd/wasm)
	@echo 'building the page'
	@$(PAGE_ENV) go build -modfile=.cache/page.mod $(PAGE_FLAGS) -o $@ ./cmd/wasm && touch $@

$(BUILD)/worker.wasm: $(call tree,internal nn data train cmd/worker)
	@echo 'building the trainer'
	@$(WORKER_ENV) go build $(WORKER_FLAGS) -o $@ ./cmd/worker && touch $@

# For browsers without vectors; worker.js chooses.
$(BUILD)/worker-portable.wasm: $(call tree,internal nn data train cmd/worker)
	@echo 'building the trainer without vectors'
	@$(PAGE_ENV) go build $(WORKER_FLAGS) -o $@ ./cmd/worker && touch $@

.cache/pack: $(call tree,cmd/pack)
	@mkdir -p .cache && go build -o $@ ./cmd/pack && touch $@

# The quality is that of a build one waits for. make run and make dist take the best (-best).
%.wasm.br: %.wasm .cache/pack
	@.cache/pack -quality 5 $<

PROGRAMS := $(addprefix $(BUILD)/,app.wasm worker.wasm worker-portable.wasm)

.cache/serve: $(PROGRAMS:=.br) $(call tree,internal nn data train viz app cmd/serve web/static web/weights web/embed.go)
	@echo 'building the server'
	@mkdir -p .cache && go build -o $@ ./cmd/serve && touch $@

.PHONY: dist
dist: build ## writes a static site into dist/
	@.cache/serve -best .cache/best -export dist -prefix '$(PREFIX)'

.PHONY: size
size: build ## prints the programs' sizes and fails past their budgets
	@.cache/pack -budget $(BUILD)/app.wasm=2.1 $(BUILD)/worker.wasm=0.85 $(BUILD)/worker-portable.wasm=0.85

.PHONY: weights
weights: ## trains the nets that come with Stridelab anew, from their seed, into web/weights
	$(NATIVE_ENV) go run ./cmd/weights -out web/weights $(if $(MNIST_DIR),-mnist '$(MNIST_DIR)')

.PHONY: test
test: check unit unit-wasm size e2e ## runs everything that CI runs
	@echo 'all tests passed'

.PHONY: check
check: ## looks at format and at what go vet finds
	@unformatted=$$(gofmt -l $$(find . -name '*.go' -not -path '*/node_modules/*' -not -path './.cache/*')); \
	if [ -n "$$unformatted" ]; then echo "not gofmt-ed:"; echo "$$unformatted"; exit 1; fi
	go vet -tags e2e,mnist ./...
	$(NATIVE_ENV) go vet $(PURE) ./cmd/weights
	$(PAGE_ENV) go vet ./nn/... ./data/... ./train/... ./viz/... ./app/... ./cmd/wasm
	$(WORKER_ENV) go vet $(PURE) ./cmd/worker

.PHONY: unit
unit: mnist-said ## runs the unit tests natively, fuzz seeds among them, and what computes with vectors too
	go test $(if $(MNIST_DIR),-tags mnist) ./...
	$(NATIVE_ENV) go test $(PURE) ./cmd/weights

# Only what Node needs to be found goes along: Go's programs refuse an environment past 8 kB.
NODE_EXEC = env -i PATH="$$PATH" $$(go env GOROOT)/lib/wasm/go_js_wasm_exec

.PHONY: unit-wasm
unit-wasm: tools ## runs the unit tests of what computes as WebAssembly, without and with vectors
	$(PAGE_ENV) go test -exec="$(NODE_EXEC)" $(PURE)
	$(WORKER_ENV) go test -exec="$(NODE_EXEC)" $(PURE) ./cmd/worker

.PHONY: e2e
e2e: build tools mnist-said ## runs the tests in Chromium
	go test -count=1 -timeout 60m -tags e2e$(if $(MNIST_DIR),$(comma)mnist) ./e2e ./bench

.PHONY: shots
shots: build tools ## writes pictures of every page into .cache/shots
	go run -tags e2e ./e2e/shots -out .cache/shots

.PHONY: bench
bench: build tools ## measures kernels, steps, workers, training, the interface and visits
	@e2e/npm-ci.sh bench
	@mkdir -p .cache/bench
	@$(WORKER_ENV) go test -c -o .cache/bench/kernels.wasm ./nn/internal/kernel
	@$(WORKER_ENV) go build -o .cache/bench/phases.wasm ./bench/phases
	go run -tags e2e ./bench

# PAGE=/train visits that page alone; TRACE=/tmp/train writes traces of its visits.
.PHONY: bench-start
bench-start: build tools ## measures first and second visits on a slow computer and network
	go run -tags e2e ./bench -part start $(if $(PAGE),-page '$(PAGE)') $(if $(TRACE),-trace '$(TRACE)')

.PHONY: bench-peers
bench-peers: build tools ## compares with ConvNetJS, tfjs, jax-js and PyTorch; writes bench/RESULTS.md
	@bench/install.sh
	go run -tags e2e ./bench -peers

.PHONY: tools
tools:
	@e2e/install.sh
	@e2e/npm-ci.sh e2e

comma := ,
.PHONY: mnist-said
mnist-said:
	@$(if $(MNIST_DIR),true,echo 'MNIST_DIR IS NOT SET: THE TESTS ON REAL DIGITS ARE NOT RUN')

.PHONY: clean
clean: ## removes what was built
	rm -rf .cache dist $(BUILD)/*
