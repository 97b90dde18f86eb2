"""Loading a library without what it takes along and nobody here needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any


@contextmanager
def without(*names: str) -> Iterator[None]:
    """While this lasts these modules, where they are not loaded yet, seem not to be installed."""
    # Python's own way to say so: https://docs.python.org/3/reference/import.html#the-module-cache
    missing = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(missing))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]


@contextmanager
def standing_in(name: str, **values: object) -> Iterator[None]:
    """While this lasts a module that is not loaded yet seems to be, and to hold only these values."""
    if name in sys.modules:
        yield
        return
    module = sys.modules[name] = ModuleType(name)
    vars(module).update(values)
    try:
        yield
    finally:
        del sys.modules[name]


@contextmanager
def unopened(package: str, **names: str) -> Iterator[None]:
    """From here on modules of a package can be loaded by their own names; what its front gathers, and all that it
    takes along for that, is loaded when somebody asks the package for any of it but `names`, which are in the modules
    that are given. A single module is loaded when somebody asks it for anything."""
    spec = find_spec(package) if package not in sys.modules else None
    if spec is not None:
        module = module_from_spec(spec)
        module.__class__ = _Unopened
        vars(module)["_names"] = names
        sys.modules[package] = module
        above, _, own = package.rpartition(".")
        if above:
            setattr(sys.modules[above], own, module)
    yield


class _Unopened(ModuleType):
    """A package whose front was not run yet."""

    _names: dict[str, str]

    def __getattr__(self, name: str) -> Any:
        loader = self.__spec__.loader if self.__spec__ is not None else None
        if name.startswith("__") or loader is None:
            raise AttributeError(name)
        if name in self._names:
            return getattr(import_module(self._names[name]), name)
        if hasattr(self, "__path__") and find_spec(f"{self.__name__}.{name}") is not None:
            return import_module(f"{self.__name__}.{name}")
        self.__class__ = ModuleType  # type: ignore[assignment]
        loader.exec_module(self)
        return getattr(self, name)
