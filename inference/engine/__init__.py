"""The detection engine: the only room that imports torch (``model_folder`` and ``scores`` do without it)."""
