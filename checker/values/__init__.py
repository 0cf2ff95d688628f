"""The values of a text: numbers, ordinals, ages, dates, durations, quantities, money and percentages."""

from checker.values.model import Value
from checker.values.not_values import Span
from checker.values.reader import find_not_values, read_values

__all__ = ["Span", "Value", "find_not_values", "read_values"]
