"""Textual's driver for a browser's page, which also leaves when nobody is there any more.

textual's own reads until its input ends and then waits for ever: a server that was killed would
leave a process behind for each page (textual 8.2, `drivers/web_driver.py`, `run_input_thread`).
"""

from __future__ import annotations

from textual import messages
from textual.drivers.web_driver import WebDriver


class PageDriver(WebDriver):
    def run_input_thread(self) -> None:
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(messages.ExitApp())
