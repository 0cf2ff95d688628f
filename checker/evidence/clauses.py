"""Where a name stands in its sentence: in a phrase, an aside, a relative clause, before or behind the verb.

Without a parser, a few words tell it: prepositions, commas, relative pronouns and the forms that only verbs have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.evidence.setting import Group, Setting
    from checker.mentions import EntityMention, Scene


class Clauses:
    """Answers for one document; positions are token indices of the sentence."""

    def __init__(self, setting: Setting) -> None:
        """Share the document and its language."""
        self._setting = setting
        self._indefinite = frozenset(setting.rules.articles) - frozenset(setting.rules.definite)

    def acts(self, scene: Scene, group: Group) -> bool:
        """Whether a name before any verb is what the verb behind it says something of ("As a team Alpha shot")."""
        tokens = scene.sentence.tokens
        if not any(m.how in ("name", "part") for m in group.mentions) or self.in_phrase(scene, group):
            return False
        first = group.first - (group.first > 0 and tokens[group.first - 1].norm in self._setting.articles)
        if any((t.capital and t.index) or self._setting.is_verb(t) or t.text in ",;:" for t in tokens[:first]):
            return False
        return group.last + 1 < len(tokens) and self._setting.is_verb(tokens[group.last + 1])

    def in_phrase(self, scene: Scene, group: Group) -> bool:
        """Whether a preposition stands before a group, with or without an article."""
        tokens = scene.sentence.tokens
        index = group.first - 1
        describing = {i for m in scene.entities if m.how == "adjective" for i in range(m.first, m.last + 1)}
        while index > 0 and index in describing:
            index -= 1  # "of the Finnish maker"
        if index > 0 and tokens[index].norm in self._setting.articles:
            index -= 1
        return index >= 0 and tokens[index].norm in self._setting.prepositions

    def owns(self, scene: Scene, group: Group, span: tuple[int, int]) -> bool:
        """Whether a number is that of a definite phrase of a group right behind it ("the eleven tracks of Alpha")."""
        tokens, rules = scene.sentence.tokens, self._setting.rules
        value = next((v for v in scene.values if (v.first, v.last) == span), None)
        if value is None or value.noun is None or not span[0] or tokens[span[0] - 1].norm not in rules.definite:
            return False
        between = [t.norm for t in tokens[value.noun + 1 : group.first] if t.norm not in self._setting.articles]
        return group.first > value.noun and len(between) == 1 and between[0] in rules.partitives

    def compared(self, scene: Scene, group: Group, position: int) -> bool:
        """Whether a group is only what something is compared with, and the clause of `position` has gone on.

        "The van has 90 seats, 22 more than the Alpha, and a range of 300 kilometres."
        """
        tokens = scene.sentence.tokens
        index = group.first - 1
        while index > 0 and tokens[index].norm in self._setting.articles:
            index -= 1
        likened = index > 0 and tokens[index].norm in self._setting.rules.likening
        return likened and any(t.text in ",;:)" for t in tokens[group.last + 1 : position])

    def described(self, scene: Scene, group: Group, position: int) -> bool:
        """Whether a noun phrase right behind a group's comma says what it is, and reaches `position`.

        "It has joined the Alpha Alliance, a group of nine airlines."
        """
        tokens = scene.sentence.tokens
        start = group.last + 2
        if start >= position or tokens[start - 1].text != "," or tokens[start].norm not in self._indefinite:
            return False
        between = tokens[start + 1 : position]
        if any(not t.text[0].isalnum() or self._setting.is_verb(t) for t in between):
            return False
        return not any(start < g.first < position for g in self._setting.groups(scene))

    def opens(self, scene: Scene, group: Group, position: int) -> bool:
        """Whether a group opens the sentence and the clause at `position` goes on with it ("X is ... en heeft ...")."""
        all_groups = self._setting.groups(scene)
        tokens = scene.sentence.tokens
        leading = [g for g in all_groups if not self.is_determiner(scene, g)]
        if not leading or leading[0] is not group or group.unknown:
            return False
        if any(t.norm in self._setting.prepositions for t in tokens[: group.first]):
            return False
        for index in range(position - 1, max(group.last, position - 9), -1):
            starts = index + 1 < len(tokens) and self._setting.is_verb(tokens[index + 1])
            cued = any(c.first == index + 1 and c.weight == 1.0 for cues in scene.cues.values() for c in cues)
            if tokens[index].norm in self._setting.rules.coordinators and (starts or cued):
                return not any(index < g.first < position for g in all_groups)
        return False

    def is_determiner(self, scene: Scene, group: Group) -> bool:
        """Whether a group is only the "its" of "Its home, the Old Hall, was built ..."."""
        following = scene.sentence.tokens[group.last + 1 : group.last + 2]
        pronoun = all(m.how == "pronoun" for m in group.mentions)
        return pronoun and bool(following) and following[0].text.islower() and not self._setting.is_verb(following[0])

    def closes_aside(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a name only ends what is said of another one: "Berg, the predecessor of Jansen, was rector"."""
        tokens = scene.sentence.tokens
        if mention.first < 2 or mention.last + 2 >= len(tokens) or tokens[mention.last + 1].text != ",":
            return False
        owned = tokens[mention.first - 1].norm in self._setting.rules.partitives
        opened = any(t.text == "," for t in tokens[max(0, mention.first - 6) : mention.first])
        return owned and opened and self._setting.is_verb(tokens[mention.last + 2])

    def aside(self, scene: Scene, group: Group, position: int) -> bool:
        """Whether a group stands between two commas or brackets without a verb, and `position` behind the second.

        "It comes in two variants, Family and Courier, and costs 4,499 euros."
        """
        tokens = scene.sentence.tokens
        if self.in_relative(scene, group, position):
            return True
        open_at = next(
            (i for i in range(group.first - 1, max(-1, group.first - 6), -1) if tokens[i].text in ",("), None
        )
        close_at = next(
            (i for i in range(group.last + 1, min(len(tokens), group.last + 6)) if tokens[i].text in ",)"), None
        )
        if open_at is None or close_at is None or close_at >= position or open_at == 0:
            return False
        if all(m.how == "pronoun" for m in group.mentions):
            return True  # "Okhuizen, her teacher, was born in ..."
        if any(self._setting.is_verb(t) for t in tokens[open_at + 1 : close_at]):
            return False
        # Where no verb parts it from the one before, it says who that is: "The last player, Kofi Asante, won".
        return any(
            any(self._setting.is_verb(t) for t in tokens[g.last + 1 : open_at])
            for g in self._setting.groups(scene)
            if g.last < open_at and not self.in_phrase(scene, g)
        )

    def in_relative(self, scene: Scene, group: Group, position: int) -> bool:
        """Whether a group stands in a relative clause between commas that ends before `position`."""
        tokens = scene.sentence.tokens
        relatives = self._setting.rules.relatives
        opened = next(
            (i for i in range(group.first - 1, 0, -1) if tokens[i].norm in relatives and tokens[i - 1].text == ","),
            None,
        )
        if opened is None or any(t.text == "," for t in tokens[opened : group.first]):
            return False
        return any(t.text == "," for t in tokens[group.last + 1 : position])

    def of_next_clause(self, scene: Scene, group: Group, last: int) -> bool:
        """Whether a clause of its own begins between a value that ends at `last` and a group behind it."""
        return any(t.norm in self._setting.openers for t in scene.sentence.tokens[last + 1 : group.first])

    def opens_another(self, scene: Scene, group: Group, last: int) -> bool:
        """Whether a pronoun is the subject of a clause that "and" or "but" begins behind what ends at token `last`."""
        if group.first <= last or any(m.how != "pronoun" for m in group.mentions):
            return False
        tokens = scene.sentence.tokens
        between = tokens[last + 1 : group.first]
        return any(t.text == "," and tokens[t.index + 1].norm in self._setting.rules.coordinators for t in between[:-1])

    def behind_verb(self, scene: Scene, group: Group, position: int) -> bool:
        """Whether a group is the object of a clause with a subject: "He joined the university in 2013"."""
        tokens = scene.sentence.tokens
        start = group.first
        while start > 0 and tokens[start - 1].norm in self._setting.articles:
            start -= 1
        if start == 0 or group.last >= position or not self._setting.is_verb(tokens[start - 1]):
            return False
        before = [g for g in self._setting.groups(scene) if g.last == start - 2]
        return bool(before) and not any(self.in_phrase(scene, g) for g in before)

    def related_by_clause(self, scene: Scene, group: Group, position: int) -> bool:
        """Whether a relative clause that reaches `position` begins right behind a group ("the fair, which runs")."""
        tokens = scene.sentence.tokens
        index = group.last + 1
        while index < len(tokens) and (tokens[index].text == "," or tokens[index].text.isdigit()):
            index += 1  # the number belongs to the name ("the Alpha 7, which ...")
        if index >= position or tokens[index].norm not in self._setting.rules.relatives:
            return False
        if any(t.text in (";", ":") for t in tokens[index:position]):
            return False
        between = (g for g in self._setting.groups(scene) if index < g.first and g.last < position)
        return all(self.in_phrase(scene, one) and not any(m.explicit for m in one.mentions) for one in between)

    def left_behind(self, scene: Scene, group: Group, position: int) -> bool:
        """Whether a clause at `position` tells what is so where something else than a group is.

        "The zoo pays for a reserve in the south, where 120 elephants live": the elephants are not the zoo's.
        """
        tokens = scene.sentence.tokens
        words = self._setting.rules.where
        opener = next((t.index for t in reversed(tokens[group.last + 1 : position]) if t.norm in words), None)
        if group.unknown or opener is None or any(t.text in ";:" for t in tokens[opener:position]):
            return False
        between = tokens[group.last + 1 : opener]
        named = any(group.last < g.first < opener and not self._inside(scene, g) for g in self._setting.groups(scene))
        return named or any(t.norm in self._indefinite for t in between)

    def _inside(self, scene: Scene, group: Group) -> bool:
        """Whether a group is only the place where the thing before it is ("the factory in Hoorn, where ...")."""
        return group.first > 0 and scene.sentence.tokens[group.first - 1].norm in self._setting.rules.inside
