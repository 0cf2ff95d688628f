"""What counts: between the verdicts and the reports, what a team decided about its findings.

Levels of checks and properties, what is ignored and why, and what changed. Findings go in and come out; nothing here
reads a file, a clock or a repository.
"""
