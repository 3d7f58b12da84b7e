"""Sources -> claims -> groups -> verdicts: the whole line, in order."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import combinations

from claims.model import Claim, Source
from reconcile.added import added
from reconcile.arithmetic import checks
from reconcile.compare import GRAVITY, compare
from reconcile.doubts_holder import holders_of
from reconcile.echoes import told_once, without_echoes
from reconcile.event_days import with_event_days
from reconcile.exceptions import exempted
from reconcile.gates_parts import rows_beside_total
from reconcile.gates_samples import samples
from reconcile.gates_source import told_beside
from reconcile.gates_status import is_polled
from reconcile.gates_time import FUTURE
from reconcile.grouping import Members, gathered
from reconcile.headline_figures import slips
from reconcile.intervals import relation
from reconcile.keys import Key, make_key
from reconcile.match import find_edges, in_order
from reconcile.origins import origins
from reconcile.pairing import Setting
from reconcile.replaced_figures import replaced
from reconcile.result import Group, Pair, Reconciliation
from reconcile.rival_figures import rivals
from reconcile.shared_periods import with_shared_periods
from reconcile.titles import other_titles, title
from reconcile.weights import Weights
from reconcile.wording import labels
from reconcile.words import Lexicon

# A word is the story's own from this part of a source's sentences on, in three quarters of the sources.
UNDERSTOOD = 0.15

Progress = Callable[[str, int, int], None]
_SEVERITIES = ("high", "medium", "low")


def reconcile(sources: Iterable[Source], progress: Progress | None = None) -> Reconciliation:
    """Read the claims of all sources and compare them.

    Args:
        sources: The sources, in any order.
        progress: Called with a stage and how far it is.

    Returns:
        The claims, the groups with their verdicts, and the checks.
    """
    from claims.extract import extract

    ordered = sorted(sources, key=lambda source: source.name)
    claims: list[Claim] = []
    for position, source in enumerate(ordered):
        if progress:
            progress("Reading claims", position, len(ordered))
        claims += extract(source)
    if progress:
        progress("Comparing", 0, 0)
    return reconcile_claims(ordered, claims)


def reconcile_claims(
    sources: Sequence[Source], claims: Iterable[Claim], apart: Collection[frozenset[str]] = ()
) -> Reconciliation:
    """Compare claims that have been read already.

    Args:
        sources: Where they come from; their dates and their wording are used.
        claims: The claims, in any order.
        apart: Pairs of claims, by their ids, that are never put in one group.
    """
    sources = sorted(sources, key=lambda source: source.name)
    claims = sorted({claim.id: claim for claim in claims}.values(), key=_place)
    claims = with_shared_periods(claims, _dates(sources), labels(sources))
    lexicon = Lexicon(source.text for source in sources)
    keys = [make_key(claim, lexicon) for claim in claims]
    setting = setting_of(sources, keys)
    by_id = {key.claim.id: key for key in keys}
    ordered, notes = in_order(keys), list[str]()
    edges = find_edges(ordered, setting.weights, notes, told=setting.told)
    groups = groups_of(gathered(ordered, setting, edges, apart), by_id, setting)
    texts, asked = {source.name: source.text for source in sources}, ranked(groups, by_id)
    return Reconciliation(
        tuple(sources),
        tuple(with_event_days(claims, _dates(sources), labels(sources))),
        asked,
        tuple(checks(keys, texts, [group.claims for group in asked], apart)),
        tuple(sorted(set(notes))),
        tuple(claims),
    )


def setting_of(sources: Sequence[Source], keys: Sequence[Key]) -> Setting:
    """Return what comparing needs to know beyond two claims.

    Args:
        sources: The sources.
        keys: The keys of all their claims.
    """
    weights = Weights(keys)
    headlines = {source.name: source.known("title") or "" for source in sources}
    texts = {source.name: source.text for source in sources}
    recurring = _recurring(keys)
    return Setting(
        weights,
        as_of=_dates(sources),
        common_names=_common_names(keys),
        holders=holders_of(keys),
        added=added(keys),
        outdated=_outdated(keys),
        rows=rows_beside_total(keys),
        samples=samples(keys),
        beside=told_beside(keys),
        recurring=recurring,
        understood=_understood(recurring),
        labels=labels(sources),
        repeats={source.name: source.repeats for source in sources if source.repeats},
        headlines=headlines,
        slips=slips(headlines, keys, weights),
        exempted=exempted(keys),
        rivals=rivals(texts, keys),
        replaced=replaced(texts, keys),
    )


def ranked(groups: Iterable[Group], by_id: Mapping[str, Key]) -> tuple[Group, ...]:
    """Return the groups that answer a question: conflicts first, the gravest first.

    Two questions of one title, of claims that lie across groups, are told apart by what else they hold.
    """
    asked = sorted((_titled(group, by_id) for group in groups if not _is_idle(group, by_id)), key=_rank)
    used: set[str] = set()
    apart = []
    for group in asked:
        if group.title in used:
            names = other_titles([by_id[claim] for claim in group.claims])
            group = replace(group, title=next((name for name in names if name not in used), group.title))
        used.add(group.title)
        apart.append(group)
    return tuple(sorted(apart, key=_rank))


def _titled(group: Group, by_id: Mapping[str, Key]) -> Group:
    """Name the question by the claims that the verdict is about."""
    telling = {end for pair in group.pairs if pair.verdict == group.verdict for end in (pair.a, pair.b)}
    named = title([by_id[claim] for claim in group.claims if claim in telling])
    return group if named == group.title else replace(group, title=named)


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.source, claim.start, claim.end, claim.id


def _dates(sources: Sequence[Source]) -> dict[str, str]:
    return {source.name: day for source in sources if (day := source.known("published"))}


def _common_names(keys: Sequence[Key]) -> frozenset[str]:
    """Names that at least half of the sources, and two, speak of."""
    sources = {key.claim.source for key in keys}
    spoken: Counter[str] = Counter()
    for source in sources:
        told = (key.names | key.clause for key in keys if key.claim.source == source)
        spoken.update({word for names in told for name in names for word in name})
    return frozenset(word for word, count in spoken.items() if count >= max(2, len(sources) / 2))


def _recurring(keys: Sequence[Key]) -> dict[str, frozenset[str]]:
    """Return the words that stand in a good part of the sentences of each source."""
    told: dict[str, list[frozenset[str]]] = defaultdict(list)
    for key in keys:
        told[key.claim.source].append(key.context)
    found = {}
    for source, contexts in sorted(told.items()):
        counts = Counter(word for context in contexts for word in context)
        found[source] = frozenset(w for w, count in counts.items() if count >= UNDERSTOOD * len(contexts))
    return found


def _understood(recurring: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Words that stand in a good part of the sentences of most sources."""
    spoken = Counter(word for words in recurring.values() for word in words)
    return frozenset(word for word, count in spoken.items() if count >= max(2, 0.75 * len(recurring)))


def _outdated(keys: Sequence[Key]) -> frozenset[str]:
    """Return the claims of which the same source gives a figure for a later time, or for now."""
    asked: dict[tuple[object, ...], list[Key]] = defaultdict(list)
    for key in keys:
        ahead = key.claim.modality in FUTURE or is_polled(key)
        if key.claim.value is not None and key.dimension != "date" and not ahead:
            asked[key.claim.source, key.dimension, key.claim.subject, key.predicate].append(key)
    found = set()
    for same in asked.values():
        ends = [(key.period.end or "" if key.period else "~", key) for key in same]
        found |= {
            key.claim.id
            for end, key in ends
            if end and any(end < later and _differ(key, other) for later, other in ends)
        }
    return frozenset(found)


def _differ(key: Key, other: Key) -> bool:
    """Whether two figures are not the same one, told twice."""
    return relation(key.claim.value, other.claim.value) != "agree"


def groups_of(
    found: Iterable[Members],
    by_id: Mapping[str, Key],
    setting: Setting,
    ready: Mapping[frozenset[str], Group] | None = None,
) -> list[Group]:
    """Compare the claims of groups, each two of them in one group only.

    Args:
        found: The ids of the claims of each group; those that lie across others come last.
        by_id: The keys of all claims.
        setting: What comparing needs to know beyond two claims.
        ready: Groups that were compared before, by the ids of their claims, which have not changed since and
            were in no other group, so that no pair of theirs was left to that.
    """
    groups, met, compared = list[Group](), set[str](), set[frozenset[str]]()
    for members in found:
        known = (ready or {}).get(frozenset(members)) if met.isdisjoint(members) else None
        group = known or group_of([by_id[claim] for claim in members], setting, compared)
        groups.append(group)
        met.update(members)
        compared.update(frozenset((pair.a, pair.b)) for pair in group.pairs)
    return groups


def group_of(
    keys: Iterable[Key], setting: Setting, compared: Collection[frozenset[str]] = frozenset()
) -> Group:
    """Compare the claims of a group, every two; ``ranked`` gives it its title.

    Args:
        keys: Their keys, in any order.
        setting: What comparing needs to know beyond two claims.
        compared: Pairs that another group tells already; left out where others remain.
    """
    keys = sorted(keys, key=lambda key: _place(key.claim))
    pairs = []
    for a, b in combinations(keys, 2):
        found = compare(a, b, setting)
        pairs.append(Pair(a.claim.id, b.claim.id, found.verdict, found.reasons, found.severity, found.fit))
    told = {key.claim.id: key.claim for key in keys}
    pairs = told_once(without_echoes(pairs, told), told)
    pairs = [pair for pair in pairs if frozenset((pair.a, pair.b)) not in compared] or pairs
    verdict = min((pair.verdict for pair in pairs), key=GRAVITY.index)
    severity = min((pair.severity for pair in pairs if pair.verdict == verdict), key=_SEVERITIES.index)
    ids = [key.claim.id for key in keys]
    digest = sha256("\n".join(sorted(ids)).encode()).hexdigest()[:12]
    voices = origins((key.claim for key in keys), setting.labels, setting.repeats)
    return Group(digest, "", tuple(ids), verdict, severity, tuple(pairs), voices)


def _is_idle(group: Group, by_id: Mapping[str, Key]) -> bool:
    """Assertions of which nothing can be said together answer no question."""
    return group.verdict == "insufficient" and any(by_id[i].claim.value is None for i in group.claims)


def _rank(group: Group) -> tuple[bool, int, int, str, str]:
    """Conflicts first, the gravest first; then by verdict, severity and title."""
    alert = GRAVITY.index(group.verdict) <= GRAVITY.index("possible_conflict")
    severity = _SEVERITIES.index(group.severity)
    verdict = GRAVITY.index(group.verdict)
    return (not alert, severity if alert else verdict, verdict if alert else severity, group.title, group.id)
