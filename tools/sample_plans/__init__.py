"""Hand-made parts of the five sample plans; `tools/make_samples.py` joins them with the facts."""
