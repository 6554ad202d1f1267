"""Rows that are written once. Editions, submissions and activity events are of this kind."""

from typing import Any, NoReturn, TypeVar

from django.db import models


class NeverChanged(TypeError):
    """Somebody tried to change or delete a row that is written once."""


M = TypeVar("M", bound=models.Model)


class AppendOnlyQuerySet(models.QuerySet[M]):
    """Reads and inserts; refuses every change."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise NeverChanged(f"{self.model.__name__} rows are never changed")

    def delete(self) -> NoReturn:
        raise NeverChanged(f"{self.model.__name__} rows are never deleted")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise NeverChanged(f"{self.model.__name__} rows are never changed")


class AppendOnly(models.Model):
    """Base of a model whose rows never change once they are there."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise NeverChanged(f"{type(self).__name__} rows are never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise NeverChanged(f"{type(self).__name__} rows are never deleted")
