"""The live audit of a website: the only part of creativekit that uses the network.

Everything it asks for goes through `fetch.Fetcher`; nothing else opens a connection.
"""
