# The verbs people type. ./dev does the work and has more of them.
.PHONY: demo run test package bench build fmt lint check-corpus ci long
demo run test package bench build fmt lint check-corpus ci long:
	@./dev $@
