"""A folder of facts into a FactBase, or every error in it at once."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from checker import period
from checker.countries import countries, find_country
from checker.data import Located, Table, nearest, parse_yaml, validation_problems
from checker.errors import DataError, Problem
from checker.factbase.consistency import contradictions, name_warnings
from checker.factbase.model import Entity, FactBase, Reference, Row, Source, Statement
from checker.factbase.sources import find_registry, load_registry
from checker.factbase.tables import DerivedSpec, LoadedTable, TableSpec, derive, load_table
from checker.factbase.values import ValueProblem, ValueReader
from checker.languages import supported
from checker.properties import Property, built_in, inherit

VOCABULARY = "vocabulary.yaml"


class EntitySpec(Table):
    """An entity as a person writes it in `facts/*.yaml`."""

    type: str
    name: str | dict[str, str]
    names: dict[str, str] = Field(default_factory=dict)
    aliases: list[str] | dict[str, list[str]] = Field(default_factory=list)
    discouraged: list[str] = Field(default_factory=list)
    gender: str | None = None
    note: str | None = None
    facts: dict[str, Any] = Field(default_factory=dict)


class StatementSpec(Table):
    """A statement written out, with its qualifiers."""

    value: Any
    id: str | None = None
    unit: str | None = None
    currency: str | None = None
    where: dict[str, Any] = Field(default_factory=dict)
    valid: str | None = None
    source: str | list[str] | None = None
    note: str | None = None


class VocabularySpec(Table):
    """`vocabulary.yaml`: a team's own properties, its tables, and what is counted over them."""

    properties: dict[str, Any] = Field(default_factory=dict)
    tables: dict[str, Any] = Field(default_factory=dict)
    derived: dict[str, Any] = Field(default_factory=dict)


class _Loader:
    def __init__(self, root: Path, shown: str) -> None:
        self.root = root
        self.shown = shown
        self.problems: list[Problem] = []
        self.files: dict[str, Located] = {}
        self.hash = hashlib.sha256()
        self.properties: dict[str, Property] = dict(built_in())
        self.names: dict[str, str] = {}
        self.entities: dict[str, Entity] = {}
        self.specs: dict[str, tuple[str, EntitySpec]] = {}
        self.sources: dict[str, Source] = {}
        self.registry: Path | None = None
        self.statements: list[Statement] = []
        self.ids: dict[str, Problem] = {}

    def path(self, file: Path) -> str:
        return (Path(self.shown) / file.relative_to(self.root)).as_posix()

    def read(self, file: Path, shown: str) -> str | None:
        try:
            data = file.read_bytes()
        except OSError as error:
            message = f"cannot be read: {error.strerror or error}"
            self.problems.append(Problem(path=shown, code="unreadable", message=message))
            return None
        self.hash.update(shown.encode() + b"\0" + data + b"\0")
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            message = f"is not UTF-8 (byte {error.start}); save it as UTF-8"
            self.problems.append(Problem(path=shown, code="encoding", message=message))
            return None

    def spec(
        self, model: type[Table], raw: Any, located: Located, keys: tuple[str | int, ...]  # noqa: ANN401 - YAML
    ) -> Any:  # noqa: ANN401 - an instance of the model, or None
        try:
            return model.model_validate(raw if raw is not None else {})
        except ValidationError as error:
            for problem in validation_problems(error, located, keys):
                hint = ""
                if problem.code == "unknown-key":
                    hint = nearest(problem.message.split("“")[1].split("”")[0], model.model_fields)
                self.problems.append(
                    Problem(
                        path=problem.path,
                        code=problem.code,
                        message=problem.message + hint,
                        line=problem.line,
                        column=problem.column,
                    )
                )
            return None

    def load(self) -> FactBase:
        for file in sorted(self.root.rglob("*.yaml")) + sorted(self.root.rglob("*.yml")):
            relative = file.relative_to(self.root)
            if any(part.startswith(".") for part in relative.parts) or file.name == "registry.yaml":
                continue
            shown = self.path(file)
            text = self.read(file, shown)
            if text is None:
                continue
            try:
                located = parse_yaml(text, shown)
            except DataError as error:
                self.problems.extend(error.problems)
                continue
            if located.value is not None and not isinstance(located.value, dict):
                self.problems.append(located.problem((), "wrong-type", "expected entity ids with their type and name"))
                continue
            self.files[shown] = located
        vocabulary = next((item for name, item in self.files.items() if Path(name).name == VOCABULARY), None)
        vocabulary_spec = self.load_properties(vocabulary) if vocabulary else None
        for prop in self.properties.values():
            for alias in (prop.id, *prop.aka):
                self.names.setdefault(alias, prop.id)
        self.load_sources()
        for located in self.files.values():
            if located is not vocabulary:
                self.load_entities(located)
        reader = ValueReader(self.entities, self.nearest_entity)
        for key, (shown, spec) in self.specs.items():
            self.load_facts(key, spec, self.files[shown], reader)
        if vocabulary and vocabulary_spec:
            self.load_tables(vocabulary, vocabulary_spec, reader)
        self.problems.extend(contradictions(self.statements))
        errors = [problem for problem in self.problems if not problem.warning]
        if errors:
            raise DataError(*sorted(self.problems, key=lambda p: (p.path, p.line or 0, p.column or 0)))
        referenced = {s.value.id for s in self.statements if isinstance(s.value, Reference)}
        referenced |= {v for s in self.statements for v in s.where.values()}
        for country in countries().values():
            if country.id in referenced and country.id not in self.entities:
                names = {code: country.name(code) for code in supported()}
                self.entities[country.id] = Entity(id=country.id, type="place", names=names, country=True)
        warnings = [*self.problems, *name_warnings(self.entities, self.statements, self.shown)]
        return FactBase(
            path=self.shown,
            digest=self.hash.hexdigest(),
            entities=self.entities,
            statements=tuple(self.statements),
            properties=self.properties,
            sources=self.sources,
            warnings=tuple(warnings),
        )

    def nearest_entity(self, word: str) -> str:
        return nearest(word, [*self.entities, *countries()])

    def load_properties(self, located: Located) -> VocabularySpec | None:
        spec: VocabularySpec | None = self.spec(VocabularySpec, located.value, located, ())
        if spec is None:
            return None
        own: dict[str, Property] = {}
        for name, raw in spec.properties.items():
            keys = ("properties", name)
            if isinstance(raw, dict) and "type" not in raw and "like" in raw:
                parent = built_in().get(str(raw["like"]))
                raw = {**raw, "type": parent.type if parent else "count"}  # noqa: PLW2901 - the value type is inherited
            prop: Property | None = self.spec(Property, raw, located, keys)
            if prop is None:
                continue
            if prop.like is not None:
                parent = own.get(prop.like) or built_in().get(prop.like)
                if parent is None:
                    hint = nearest(prop.like, [*own, *built_in()])
                    message = f"unknown property “{prop.like}”{hint}"
                    self.problems.append(located.problem((*keys, "like"), "unknown-property", message))
                    continue
                prop = inherit(prop, parent)
            own[name] = prop.model_copy(update={"id": name, "like": prop.like})
        self.properties.update(own)
        return spec

    def load_sources(self) -> None:
        self.registry = find_registry(self.root)
        if self.registry is None:
            return
        shown = self.registry.name
        try:
            shown = self.registry.relative_to(Path.cwd()).as_posix()
        except ValueError:
            shown = self.registry.as_posix()
        text = self.read(self.registry, shown)
        if text is not None:
            self.sources, problems = load_registry(text, shown)
            self.problems.extend(problems)

    def load_entities(self, located: Located) -> None:
        for key, raw in (located.value or {}).items():
            spec: EntitySpec | None = self.spec(EntitySpec, raw, located, (key,))
            if key in self.entities:
                first = self.entities[key]
                message = f"the id “{key}” is used already at {first.file}:{first.line}; ids are unique"
                self.problems.append(located.problem((key,), "duplicate-id", message))
                continue
            place = located.place((key,))
            if spec is None:
                # The id still counts as known, so that one fault is not reported again at every reference to it.
                self.entities[key] = Entity(
                    id=key, type="", names={"": key}, file=located.path, line=place.line
                )
                continue
            aliases: list[str] = (
                spec.aliases
                if isinstance(spec.aliases, list)
                else [alias for group in spec.aliases.values() for alias in group]
            )
            names = {"": spec.name} if isinstance(spec.name, str) else dict(spec.name)
            names = {**names, **spec.names}
            for name in [*names.values(), *aliases, *spec.discouraged]:
                if not name.strip():
                    self.problems.append(located.problem((key, "name"), "wrong-type", "a name must not be empty"))
            self.entities[key] = Entity(
                id=key,
                type=spec.type,
                names=names,
                aliases=tuple(aliases),
                discouraged=tuple(spec.discouraged),
                gender=spec.gender,
                file=located.path,
                line=place.line,
            )
            self.specs[key] = (located.path, spec)

    def load_facts(self, subject: str, spec: EntitySpec, located: Located, reader: ValueReader) -> None:
        for name, raw in spec.facts.items():
            keys: tuple[str | int, ...] = (subject, "facts", name)
            known = self.names.get(name)
            if known is None:
                message = f"unknown property “{name}”{nearest(name, self.names)}; own properties go in {VOCABULARY}"
                self.problems.append(located.problem(keys, "unknown-property", message))
                continue
            prop = self.properties[known]
            many = isinstance(raw, list) and not (
                prop.type == "set" and not any(isinstance(item, dict) and "value" in item for item in raw)
            )
            items = list(enumerate(raw)) if many else [(None, raw)]
            for index, item in items:
                place = keys if index is None else (*keys, index)
                self.load_statement(subject, prop, item, located, place, index or 0, reader)

    def load_statement(
        self,
        subject: str,
        prop: Property,
        raw: Any,  # noqa: ANN401 - YAML holds anything
        located: Located,
        keys: tuple[str | int, ...],
        index: int,
        reader: ValueReader,
    ) -> None:
        bounds = isinstance(raw, dict) and bool({"min", "max"} & set(raw))
        written_out = isinstance(raw, dict) and ("value" in raw or bounds)
        if raw is None:
            self.problems.append(located.problem(keys, "wrong-type", "a value is missing here"))
            return
        if written_out and bounds and "value" not in raw:
            ends = {key: raw[key] for key in ("min", "max") if key in raw}
            raw = {**{key: item for key, item in raw.items() if key not in ends}, "value": ends}
        spec: StatementSpec | None = (
            self.spec(StatementSpec, raw, located, keys) if written_out else StatementSpec(value=raw)
        )
        if spec is None:
            return
        value_keys = (*keys, "value") if written_out else keys
        try:
            value = reader.read(spec.value, prop, spec.unit, spec.currency)
        except ValueProblem as error:
            self.problems.append(located.problem(value_keys, error.code, str(error)))
            return
        valid = None
        if spec.valid is not None:
            try:
                valid = period.parse(spec.valid)
            except ValueError as error:
                self.problems.append(located.problem((*keys, "valid"), "bad-date", str(error)))
        sources = (spec.source,) if isinstance(spec.source, str) else tuple(spec.source or ())
        for source in sources:
            if source not in self.sources:
                message = f"unknown source “{source}”{nearest(source, self.sources)}"
                warning = self.registry is None
                if warning:
                    message += "; there is no sources/registry.yaml"
                self.problems.append(
                    located.problem((*keys, "source"), "unknown-source", message, warning=warning)
                )
        where = {}
        for kind, item in spec.where.items():
            words = item if isinstance(item, str) else str(item)
            country = find_country(words) if kind in ("country", "market") else None
            where[kind] = words if words in self.entities or country is None else country.id
        place = located.place(keys)
        statement_id = spec.id or f"{subject}.{prop.id}" + (f".{index + 1}" if index else "")
        duplicate = self.ids.get(statement_id)
        here = located.problem((*keys, "id"), "duplicate-id", "")
        if duplicate is not None:
            message = f"the statement id “{statement_id}” is used already at {duplicate.path}:{duplicate.line}"
            self.problems.append(located.problem((*keys, "id"), "duplicate-id", message))
            return
        self.ids[statement_id] = here
        self.statements.append(
            Statement(
                id=statement_id,
                subject=subject,
                property=prop,
                value=value,
                where=where,
                valid=valid,
                sources=sources,
                note=spec.note,
                file=located.path,
                line=place.line,
            )
        )

    def load_tables(self, located: Located, spec: VocabularySpec, reader: ValueReader) -> None:
        types = {entity.type for entity in self.entities.values()}
        tables: dict[str, LoadedTable] = {}
        columns: dict[str, dict[str, str]] = {}
        for name, raw in spec.tables.items():
            keys = ("tables", name)
            table: TableSpec | None = self.spec(TableSpec, raw, located, keys)
            if table is None:
                continue
            if table.complete is not None:
                try:
                    period.parse(table.complete)
                except ValueError as error:
                    self.problems.append(located.problem((*keys, "complete"), "bad-date", str(error)))
                    continue
            file = (self.root / table.file).resolve()
            if not file.is_relative_to(self.root.resolve()) or not file.is_file():
                message = f"there is no file “{table.file}” inside the fact base"
                self.problems.append(located.problem((*keys, "file"), "missing-file", message))
                continue
            shown = self.path(self.root / table.file)
            text = self.read(file, shown)
            if text is None:
                continue
            tables[name], problems = load_table(name, table, text, shown, types, reader)
            columns[name] = table.columns
            self.problems.extend(problems)
        for name, raw in spec.derived.items():
            keys = ("derived", name)
            derived: DerivedSpec | None = self.spec(DerivedSpec, raw, located, keys)
            if derived is None:
                continue
            if derived.count not in tables:
                if derived.count not in spec.tables:
                    message = f"unknown table “{derived.count}”{nearest(derived.count, tables)}"
                    self.problems.append(located.problem((*keys, "count"), "unknown-table", message))
                continue
            by = [derived.by] if isinstance(derived.by, str) else list(derived.by or ())
            used = [derived.subject, *derived.where, *by, *([derived.time] if derived.time else [])]
            unknown = [column for column in used if column not in columns[derived.count]]
            for column in unknown:
                message = f"the table “{derived.count}” has no column “{column}”{nearest(column, columns[derived.count])}"
                self.problems.append(located.problem(keys, "table-column", message))
            prop_name = self.names.get(name)
            if prop_name is None:
                message = f"unknown property “{name}”{nearest(name, self.names)}"
                self.problems.append(located.problem(keys, "unknown-property", message))
                continue
            if not unknown:
                place = located.place(keys)
                self.statements.extend(
                    derive(
                        name,
                        derived,
                        tables[derived.count],
                        self.properties[prop_name],
                        self.entities,
                        place.line,
                        located.path,
                    )
                )


def load_facts(folder: str) -> FactBase:
    """Load the fact base of a folder; an empty folder is an empty fact base with a warning.

    Raises DataError with every problem in it, in the order of files and lines; a folder that is not there is one too.
    """
    root = Path(folder)
    if not root.is_dir():
        message = "there is no such folder; name your fact base with --facts DIR"
        raise DataError(Problem(path=folder, code="missing-folder", message=message))
    base = _Loader(root, folder).load()
    if not base.statements:
        message = "the fact base holds no statement; only the checks that need no facts are run"
        warning = Problem(path=folder, code="empty-fact-base", message=message, warning=True)
        return FactBase(**{**vars(base), "warnings": (*base.warnings, warning)})
    return base


__all__ = ["EntitySpec", "Row", "StatementSpec", "VocabularySpec", "load_facts"]
