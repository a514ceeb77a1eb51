"""Injectors of artifacts, one module per type, each with several mechanisms.

The label conventions are those of the benchmark: a click from its first to its last disturbed sample (1 ms
at least); a dropout is its gap; stutter, freeze, shuffle and old buffer are the replaced stretch, a skip or a
repeated buffer 2 ms at the splice; clipping from the first to the last clipped sample, a new event after
0.4 s without; the sustained types the processed stretch with its ramps; one event for all channels.
"""
