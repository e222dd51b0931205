"""`python -m creativekit`: the same as the command `creativekit`."""

from creativekit.cli.main import run

if __name__ == "__main__":
    run()
