"""Dash parts: the shell, cards, tables, marks, states and the wrappers of graph, network and map.

Plain functions that return components. They know what a thing looks like and how it is reached by
keyboard and screen reader; what it says comes from a report.
"""
