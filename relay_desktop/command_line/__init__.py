"""The program without its window: detect, tune and models. Knows neither Qt nor torch."""
