"""Results that leave: one module per format, one neutral record (`document`) in the middle. Knows no Qt.

`catalogue.FORMATS` lists the formats; `placing.export` writes files; `reading.read_markers` reads them back.
"""
