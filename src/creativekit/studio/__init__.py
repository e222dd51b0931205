"""The studio: every capability on one screen, for the hall and for the laptop at home.

It calls what the commands call and adds no work of its own.

How a screen is added
---------------------

1.  Write `studio/<name>.py` with a class `<Name>Screen(AreaScreen)` and `studio/<name>.tcss` beside
    it, named in its `CSS_PATH`. `NAME` is the area's name. `body()` yields what is shown of a
    project that loads (`self.session.project`); problems of one that does not, the navigation and
    the keys come from the base (`area_screen.py`). Give widgets ids: by them the focus survives a
    change of language, at which `body()` is asked again.
2.  Add an `Area` to `areas.AREAS`: name, key, title, and the palette's commands
    (`Command(msg("…"), "action")`: the screen's `action_…` methods). Nothing else knows the screen;
    its module is imported when it is first shown. A card of Home leads to the area of its name.
3.  Texts: `msg("…")` said by `self.say(…)` or `speaking.say(widget, …)` when drawn. Bindings are
    made by `keys.key("b", "build", msg("Make what is not done"))`, which adds the Cyrillic twin of
    a letter and lets the foot translate. Whatever a user wrote goes into `Content` or a widget with
    `markup=False`, through `say`.
4.  Change the project by `self.change({"brand.style": "bold"}, merge="")`, or with paths of keys
    and numbers; never write files. `merge`: edits in a row with one name are one undo step. Be told
    of changes by `project_changed()`, those of other screens and of undo among them. Handlers of a
    base class (`on_mount`, `on_worker_state_changed`) are called by textual: no `super()` for them.
5.  Work that takes longer than a frame is a method with `@work(thread=True, exclusive=True,
    exit_on_error=False, group="…")`; take from `self.session` what it needs before it starts, ask
    `get_current_worker().is_cancelled` between steps, and end with `self.post_message(…)`: a worker
    touches no widget. What starts processes calls `processes.get_ready()` first. An exception is
    shown as problems by the base.
6.  Colours in `.tcss`: textual's own and `$muted`, `$line`, `$key` (themes.py). `.-narrow`/`.-wide`
    and `.-low`/`.-tall` are set on the screen by its size; 80 × 24 has to be enough.
7.  Tests: `tests/studio/test_<name>.py` with `studio_app.at_desk`, keys only, and
    `snapshots.check` at both sizes.
"""
