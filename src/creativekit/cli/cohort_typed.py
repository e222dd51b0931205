"""`creativekit cohort collect --by-hand`: printed forms, typed in one after another.

Every form is in the store as soon as its last question is answered. An answer that cannot be used
is asked again; Ctrl-D, or an empty form, ends it.
"""

from __future__ import annotations

from creativekit.cli import talk
from creativekit.cli.cohort_collect import wrong
from creativekit.cli.questions import edit_lines
from creativekit.cohort.collect import Collector
from creativekit.cohort.needs_form import form_words
from creativekit.cohort.typed import Question, TypedForm, questions
from creativekit.errors import ExitCode, msg, nmsg


def type_in(collector: Collector) -> ExitCode:
    """Ask until nothing more comes; what was finished is kept."""
    edit_lines()
    asked = questions(collector.cohort, form_words(collector.cohort.folder))
    ink = talk.out_ink()
    ends = msg("Enter leaves an answer out; Ctrl-D ends.")
    talk.out(f"  {ink.dim(talk.say(ends))}")
    count = 0
    while True:
        number = count + 1
        talk.out()
        heading = msg("Form {n}", n=number)
        talk.out(f"  {ink.bold(talk.say(heading))}")
        form = TypedForm(collector.reader, talk.say(msg("form {n}", n=number)), number)
        try:
            for question in asked:
                _ask(form, question)
        except EOFError:
            talk.out()
            break
        if form.is_empty:
            break
        response = form.response()
        if isinstance(response, list):
            wrong(response)
            continue
        report = collector.response(response, talk.say(msg("form {n}", n=number)))
        wrong(report.problems)
        count += 1
    said = nmsg("{n} form is in the store", "{n} forms are in the store", count)
    talk.err(f"  {talk.say(said)}")
    return ExitCode.DONE


def _ask(form: TypedForm, question: Question) -> None:
    ink, language = talk.out_ink(), talk.language()
    talk.out()
    talk.out(f"  {ink.brand('●')} {talk.clean(question.text.get(language))}")
    if question.kind == "needs":
        how = msg("By number: the need ticked 1 first, then 2, then 3; a space between.")
        talk.out(f"    {ink.dim(talk.say(how))}")
    for key, (_, text) in zip(question.keys, question.choices, strict=True):
        talk.out(f"    {key:>3}  {talk.clean(text.get(language))}")
    while problems := form.answer(question, input("    › ")):
        wrong(problems)
