"""The size and the structure of the code, as figures: `python -m tests.benchmarks.house [FOLDER]`.

FOLDER is a checkout; without one, the figures are those of this one.
"""

import ast
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

PACKAGES = ("organizer", "seating", "printables")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules(root: Path, package: str) -> Sequence[Path]:
    """Return a package's modules; migrations are history, not code to live in."""
    found = sorted((root / package).rglob("*.py"))
    return [path for path in found if "migrations" not in path.parts]


def function_lengths(tree: ast.AST) -> Iterator[int]:
    """Yield the lines of each function, without its docstring."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            text = ast.get_docstring(node, clean=False)
            docstring = node.body[0] if text is not None else None
            told = docstring.end_lineno - docstring.lineno + 1 if docstring else 0
            yield node.end_lineno - node.lineno + 1 - told


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the names of the modules, or of what is in them, that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def room_of(path: Path, root: Path) -> str:
    """Return the folder that a module lies in, with dots."""
    return ".".join(path.relative_to(root).parent.parts)


def arrows(root: Path, package: str) -> set[tuple[str, str]]:
    """Return which rooms of a package import which others."""
    rooms = {room_of(path, root) for path in modules(root, package)}
    found = set()
    for path in modules(root, package):
        here = room_of(path, root)
        for name in imported(ast.parse(path.read_text("utf-8"))):
            parts = name.split(".")
            ways = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
            there = next((room for room in ways if room in rooms), here)
            if there != here:
                found.add((here, there))
    return found


def figures(root: Path, package: str) -> tuple[float, ...]:
    """Return one row of the table."""
    paths = modules(root, package)
    texts = [path.read_text("utf-8") for path in paths]
    lines = [len(text.splitlines()) for text in texts]
    lengths = [length for text in texts for length in function_lengths(ast.parse(text))]
    between = len(arrows(root, package))
    return len(paths), sum(lines), max(lines), median(lengths), max(lengths), between


def main() -> None:
    """Print the table."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()
    head = ("package", "files", "lines", "longest file", "median function", "longest", "arrows")
    rows = [head, ("---",) * len(head)]
    rows += [(package, *figures(root, package)) for package in PACKAGES]
    sys.stdout.writelines(f"| {' | '.join(map(str, row))} |\n" for row in rows)


if __name__ == "__main__":
    main()
