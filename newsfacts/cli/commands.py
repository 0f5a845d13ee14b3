"""The commands as click knows them: help, mistakes, completion."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click
from click.shell_completion import CompletionItem

from newsfacts._version import __version__
from newsfacts.cli import COMMANDS, DEFAULT, run_extract
from newsfacts.cli.messages import Failure, UsageError, write_error
from newsfacts.cli.options import OPTIONS, Opt
from newsfacts.cli.settings import checked_date
from newsfacts.reading.files import reason
from newsfacts.typed import Any

_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _DefaultGroup(click.Group):
    """A group one of whose commands need not be named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:
            args = [DEFAULT]
        elif args and args[0] not in (*self.commands, "-h", "--help", "--version"):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the default command are those of the program."""
        options = [*extract.params, *self.get_params(ctx)]
        records = [record for option in options if isinstance(option, click.Option) and (record := option.get_help_record(ctx))]
        with formatter.section("Options"):
            formatter.write_dl(records)
        self.format_commands(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The first word: a command, an option of the default command, or a file."""
        found = super().shell_complete(ctx, incomplete) + extract.shell_complete(ctx, incomplete)
        return found if incomplete.startswith("-") else [*found, CompletionItem(incomplete, type="file")]


def _parameter(option: Opt) -> click.Option:
    if option.kind == "flag":
        return click.Option([option.name, *option.flags], is_flag=True, help=option.help)
    kind: click.ParamType[Any] | None = click.Choice(option.choices) if option.choices else None
    if option.metavar.startswith("FILE"):
        kind = click.Path()
    return click.Option([option.name, *option.flags], type=kind, multiple=option.kind == "many", metavar=option.metavar or None,
                        help=option.help)


@click.group(cls=_DefaultGroup, context_settings=_HELP, options_metavar="", subcommand_metavar="[extract] [OPTIONS] [FILE]...")
@click.version_option(__version__, prog_name="newsfacts")
def group() -> None:
    """Finds every date, actor and numeric claim in news reports: how many, of what, who says so, when, where, how sure.

    FILE is a text file, a folder (its *.txt files, with all below it), or - for standard input.
    """


def _extract(context: click.Context, files: tuple[str, ...], **params: Any) -> int:
    """The facts of reports (the default command)."""
    if not files and sys.stdin is not None and sys.stdin.isatty():
        write_error((context.parent or context).get_help() + "\n")
        return 2
    return run_extract({**params, "files": files})


extract = click.Command(
    DEFAULT, callback=click.pass_context(_extract), help=_extract.__doc__, context_settings=_HELP,
    params=[*map(_parameter, OPTIONS), click.Argument(["files"], nargs=-1, metavar="[FILE]...", type=click.Path(allow_dash=True))],
)
group.add_command(extract)


@group.command(context_settings=_HELP)
@click.option("-r", "--rules", multiple=True, metavar="FILE.toml", type=click.Path(), help="Add the events and items of your own rules.")
def schema(rules: tuple[str, ...]) -> int:
    """The JSON Schema of the output (draft 2020-12)."""
    from newsfacts.cli.output import open_output
    from newsfacts.schema import schema_text

    try:
        text = schema_text(rules)
    except ValueError as error:
        raise Failure(str(error)) from None
    open_output(None).write(text)
    return 0


@group.command(context_settings=_HELP)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """The completion script of a shell, to be evaluated there."""
    from click.shell_completion import get_completion_class

    from newsfacts.cli.output import open_output

    found = get_completion_class(shell)
    assert found is not None
    made = found(group, {}, "newsfacts", "_NEWSFACTS_COMPLETE")
    open_output(None).write(made.source_template % made.source_vars())
    return 0


@group.command(context_settings=_HELP)
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("-d", "--date", metavar="YYYY-MM-DD", help="Publication date.")
@click.option("-r", "--rules", multiple=True, metavar="FILE.toml", type=click.Path(), help="Words and patterns of your own.")
@click.option("--encoding", metavar="NAME", help="Encoding of the input, where guessing errs.")
@click.option("--at", type=int, metavar="OFFSET", help="Only what stands at this character.")
@click.option("--id", "claim", metavar="ID", help="Only the claim of this id (c3).")
def explain(file: str, date: str | None, rules: tuple[str, ...], encoding: str | None, at: int | None, claim: str | None) -> int:
    """Which rule made each fact, from which words, and why a number made none."""
    from newsfacts.cli.tell import explain as run

    return run(file, checked_date(date), rules, encoding, at, claim)


@group.group(context_settings=_HELP, invoke_without_command=True)
def rules() -> None:
    """The built-in events and items; the examples of your own."""
    if click.get_current_context().invoked_subcommand is None:
        raise click.UsageError("rules: list or check?")


@rules.command("list", context_settings=_HELP)
@click.argument("files", nargs=-1, metavar="[FILE.toml]...", type=click.Path())
def rules_list(files: tuple[str, ...]) -> int:
    """The events with their words, and the items with their nouns."""
    from newsfacts.cli.tell import listing

    return listing(files)


@rules.command("check", context_settings=_HELP)
@click.argument("files", nargs=-1, required=True, metavar="FILE.toml...", type=click.Path())
def rules_check(files: tuple[str, ...]) -> int:
    """Reads files of rules and runs their examples; exit 1 where one fails."""
    from newsfacts.cli.tell import check

    return check(files)


assert set(COMMANDS) == set(group.commands)


def _usage(words: Sequence[str]) -> str | None:
    """The usage line of the command that the words name; None for `extract`."""
    command = group.commands.get(words[0]) if words and words[0] != DEFAULT else None
    if command is None:
        return None
    name = f"newsfacts {words[0]}"
    return f"{click.Context(command, info_name=name).get_usage()}    ({name} --help tells more)\n"


def run_click(words: Sequence[str]) -> int:
    """Runs the words through click; its errors become ours (`group.main` would make exit 1 of a broken pipe)."""
    if "_NEWSFACTS_COMPLETE" in os.environ:
        group.main(list(words), prog_name="newsfacts")
    try:
        with group.make_context("newsfacts", list(words)) as context:
            return int(group.invoke(context) or 0)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        raise UsageError(error.format_message(), _usage(words)) from None
    except UsageError as error:
        raise UsageError(str(error), _usage(words)) from None
    except BrokenPipeError:
        raise
    except OSError as error:  # help or version to a full disk
        raise Failure(f"standard output: {reason(error)}") from None
