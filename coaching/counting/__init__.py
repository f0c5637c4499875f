"""A school’s totals: one line for each shared case that is closed, and the sums of them."""
