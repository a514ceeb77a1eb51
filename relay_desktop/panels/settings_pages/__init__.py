"""The pages of the settings dialog, one widget class in one file each."""
