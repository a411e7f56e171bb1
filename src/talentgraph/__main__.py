"""`python -m talentgraph`, where the command is not on the path."""

from talentgraph.cli import main

main()
