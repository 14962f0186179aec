# The verbs people type. ./dev does the work and has more of them.
.PHONY: demo test bench build fmt lint ci long
demo test bench build fmt lint ci long:
	@./dev $@
