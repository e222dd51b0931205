"""The live audit: what a site shows to anybody who visits it. The only part that may need the network.

`fetch` brings pages; everything else here works on what it brought and never opens a connection.
"""
