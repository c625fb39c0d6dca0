"""hearsay: press reports of political violence in, a sourced record out.

    import hearsay
    reading = hearsay.read("report.html", published="2016-10-26")
    print(reading.incidents[0].statements[0].evidence)

The names below are loaded when they are first used: importing hearsay, and `hearsay --version`, load no model and no
database. Types are declared in `__init__.pyi`.
"""

from importlib import import_module

_HOMES = {
    "Config": "hearsay.config",
    "Evidence": "hearsay.views",
    "HearsayError": "hearsay.errors",
    "InputError": "hearsay.errors",
    "PlaceOptions": "hearsay.analyses.places.options",
    "ReadingView": "hearsay.views",
    "UsageError": "hearsay.errors",
    "open_store": "hearsay.store.opening",
    "places": "hearsay.library",
    "places_in": "hearsay.library",
    "read": "hearsay.library",
    "read_text": "hearsay.library",
    "view": "hearsay.views",
}

__all__ = sorted(_HOMES)  # the stub lists them for tools that do not run the code


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'hearsay' has no attribute {name!r}; it offers {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
