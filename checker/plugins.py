"""Finds the plugins of a package: each module of its folder that holds the one constant its contract names.

A plugin is one file, or one folder with an `__init__.py`. Nobody lists it: the file name is its id. A module whose
name begins with an underscore is shared code, not a plugin.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from checker.errors import PluginError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

PluginT = TypeVar("PluginT")


def _load(module_name: str, constant: str, kind: type[PluginT]) -> PluginT:
    spec = find_spec(module_name)
    file = (spec and spec.origin) or module_name
    try:
        module = import_module(module_name)
    except Exception as error:
        message = f"this plugin cannot be imported: {type(error).__name__}: {error}"
        raise PluginError(Problem(path=file, code="plugin", message=message)) from error
    if not hasattr(module, constant):
        message = (
            f"a constant “{constant}” of type {kind.__name__} is missing; shared code belongs in a module “_name.py”"
        )
        raise PluginError(Problem(path=file, code="plugin", message=message))
    plugin = getattr(module, constant)
    if not isinstance(plugin, kind):
        message = f"“{constant}” must be of type {kind.__name__}, found {type(plugin).__name__}"
        raise PluginError(Problem(path=file, code="plugin", message=message))
    return plugin


def names(package: str) -> tuple[str, ...]:
    """Return the ids of the plugins of a package, in alphabetical order, without importing any of them."""
    folder = import_module(package).__path__
    return tuple(sorted(info.name for info in pkgutil.iter_modules(folder) if not info.name.startswith("_")))


def load(package: str, name: str, constant: str, kind: type[PluginT]) -> PluginT:
    """Return one plugin by its id. Raises PluginError where it cannot be imported or breaks its contract."""
    return _load(f"{package}.{name}", constant, kind)


def discover(package: str, constant: str, kind: type[PluginT]) -> Mapping[str, PluginT]:
    """Return the plugins of a package by id (module name), in alphabetical order.

    `package` is the dotted name of an importable package, on disk or in a zip file; `constant` is the name that each
    of its modules binds to an instance of `kind`. Raises PluginError, naming the file, for the first module that
    cannot be imported, lacks the constant, or binds it to something else.
    """
    return MappingProxyType({name: load(package, name, constant, kind) for name in names(package)})


class OnDemand(Mapping[str, PluginT]):
    """The plugins of a package by id, in alphabetical order; each is imported when it is asked for."""

    def __init__(self, package: str, constant: str, kind: type[PluginT]) -> None:
        """Import none of them; see `discover` for the parameters."""
        self._package, self._constant, self._kind = package, constant, kind
        self._names = names(package)

    def __getitem__(self, name: str) -> PluginT:
        """Return a plugin. Raises KeyError where there is none of that id, PluginError where it breaks its contract."""
        if name not in self._names:
            raise KeyError(name)
        return load(self._package, name, self._constant, self._kind)

    def __contains__(self, name: object) -> bool:
        """Whether there is a plugin of that id; it is not imported."""
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
