"""Small arithmetic on named parameters: « bmaf * (taux_2 + taux_3) », « base + arrondi(part * base) »."""

import ast
import operator
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from guichet.erreurs import ErreurGuichet

_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def calculer(formule: str, valeurs: dict[str, Decimal]) -> Decimal:
    """The value of a formula; raises ErreurGuichet on anything but + - * / ( ) arrondi() and known names."""
    try:
        return _evaluer(ast.parse(formule, mode="eval").body, valeurs)
    except SyntaxError as cause:
        raise ErreurGuichet(f"formule illisible : « {formule} »") from cause


def _evaluer(noeud: ast.expr, valeurs: dict[str, Decimal]) -> Decimal:
    match noeud:
        case ast.BinOp(left=gauche, op=op, right=droite) if type(op) in _OPERATIONS:
            return _OPERATIONS[type(op)](_evaluer(gauche, valeurs), _evaluer(droite, valeurs))
        case ast.Name(id=nom) if nom in valeurs:
            return valeurs[nom]
        case ast.Constant(value=int() | float() as nombre):
            return Decimal(str(nombre))
        case ast.Call(func=ast.Name(id="arrondi"), args=[argument], keywords=[]):
            return _evaluer(argument, valeurs).quantize(Decimal(1), ROUND_HALF_UP)
    raise ErreurGuichet(f"formule refusée : « {ast.unparse(noeud)} »")
