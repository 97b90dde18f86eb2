"""One folder per channel: vendor bytes in, vendor calls out, and nothing else."""
