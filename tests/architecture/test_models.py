"""Models of one app cannot be reached from the models of a lower one."""

from django.apps import apps
from django.db.models import ForeignKey, ManyToManyField

from tests.architecture.tree import none


def test_links_to_another_app_cannot_be_followed_back() -> None:
    followed = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("section11.")
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey | ManyToManyField)
        and field.related_model._meta.app_label != model._meta.app_label
        and not str(field.remote_field.related_name).endswith("+")
    ]
    none(followed)


def test_pages_have_no_models() -> None:
    assert [model._meta.label for model in apps.get_app_config("web").get_models()] == []
