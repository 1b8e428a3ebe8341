namespace Ingest.Core.Facts.People;

/// <summary>One person of a row of people, with what stands behind the name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">The character after "as"; none has no tokens.</param>
/// <param name="NoteFirst">First token inside the bracket after the name; -1 without one.</param>
/// <param name="NoteLast">One past the last token inside the bracket.</param>
/// <param name="Shared">For "Piet" of "Piet and Ilmo Roe" the name that lends its surname; else none.</param>
internal readonly record struct Billing(NameSpan Name, RoleSpan Role, int NoteFirst, int NoteLast, NameSpan Shared);
