"""What makes the plain weights of `timeline.events` and `timeline.merging`; in no wheel, and needs the extra `train`.

The language pipeline has a training of its own, `timeline.language.training`.
"""
