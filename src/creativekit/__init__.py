"""creativekit: a brand kit, posts and worksheets from one config, offline, in kk, ru and en."""

__version__ = "0.1.0"
