"""What creativekit claims about speed, runnable by anyone: `make bench`."""
