"""What each key of the config is for, in a sentence: for editors and a fresh file's comments."""

from __future__ import annotations

from collections.abc import Mapping

from creativekit.errors import Message, msg

DESCRIPTIONS: Mapping[str, Message] = {
    "project": msg("Whose brand this is."),
    "project.name": msg(
        "The name as people should see it: one text, or a table with kk, ru and en."
    ),
    "project.tagline": msg("A short line under the name."),
    "project.sector": msg("What you do: music, felt craft, design…"),
    "project.city": msg("Where you are."),
    "project.languages": msg("Languages that the kit is made in; the first is the main one."),
    "brand": msg("How the brand looks."),
    "brand.color": msg("The main colour, kept exactly as it is written here."),
    "brand.from": msg("A picture in this folder to take the colours from, instead of a colour."),
    "brand.style": msg("The art direction; each has its own composition, type and ornament."),
    "brand.pairing": msg("The pair of typefaces; without it, the style's own."),
    "brand.logo": msg("The logo: how it is made, or the file of one you have."),
    "brand.logo.kind": msg("Letters in a shape, a drawn symbol, or the name alone."),
    "brand.logo.shape": msg("What the letters of a monogram stand in."),
    "brand.logo.cut": msg("Whether the letters are cut out of the shape."),
    "brand.logo.motif": msg("What the symbol shows."),
    "brand.logo.initials": msg("One or two letters of the monogram; without them, the name's own."),
    "brand.logo.case": msg("How the name is set: as typed, in capitals, or in small letters."),
    "brand.logo.tracking": msg("Space added between the letters of the name, in em."),
    "brand.logo.bar": msg("Whether one stroke ties the letters of the name together."),
    "brand.logo.file": msg("Your own logo: a file in this folder."),
    "brand.pattern": msg("The pattern; without it, the style's own."),
    "brand.fonts": msg("Typefaces of your own: files in this folder."),
    "brand.fonts.heading": msg("The typeface of headings."),
    "brand.fonts.body": msg("The typeface of the text."),
    "voice": msg("How the brand speaks."),
    "voice.we_are": msg("What we are like, in adjectives."),
    "voice.we_are_not": msg("What we are not like."),
    "contact": msg("How to reach you; printed as it is written here."),
    "contact.phone": msg("Telephone."),
    "contact.email": msg("E-mail address."),
    "contact.site": msg("Address of the site."),
    "contact.instagram": msg("Name on Instagram."),
    "contact.telegram": msg("Name on Telegram."),
    "contact.whatsapp": msg("Number on WhatsApp."),
    "contact.address": msg("Where to come."),
}
