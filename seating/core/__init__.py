"""The core of the search: a problem as arrays, and the compiled kernels that work on them."""
