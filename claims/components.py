"""Components of a spaCy pipeline that stand in for its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc


def stand_in(
    nlp: Language,
    own: str,
    name: str,
    is_understood: Callable[[Any], bool],
    make: Callable[[Any], Callable[[Doc], Doc]],
) -> None:
    """Let another component do the work of one of a pipeline's own, which is kept, but disabled.

    Args:
        nlp: The pipeline, changed in place; one without the component stays as it is.
        own: The name of its own component.
        name: The name of the other.
        is_understood: Whether the other can stand in for it; if not, the pipeline stays as it is.
        make: Makes the other from it.
    """
    if own not in nlp.pipe_names:
        return
    component: Any = nlp.get_pipe(own)
    if not is_understood(component):
        return
    type(nlp).component(name, func=make(component))
    nlp.add_pipe(name, before=own)
    nlp.disable_pipe(own)
