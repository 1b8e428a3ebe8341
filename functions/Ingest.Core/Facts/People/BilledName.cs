using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.People;

/// <summary>The full name of one person of a row.</summary>
internal static class BilledName
{
    /// <summary>The name; "Piet" of "Piet and Ilmo Roe" takes the surname where it is a given name.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="names">The names of the text.</param>
    /// <param name="billing">The person.</param>
    /// <param name="pairsAreKin">Whether a lone first name before a full name shares its surname even when it is no common
    /// given name: writers and directors work as kin, casts hold stars of one name.</param>
    public static string Of(ProseText prose, NameIndex names, Billing billing, bool pairsAreKin)
    {
        var name = PersonName.Of(prose, billing.Name);
        if (billing.Shared.Parts < 2 || names.IsSurname(prose.Tokens[billing.Name.First].Lower) || !(pairsAreKin || Words.GivenNames.Contains(prose.Tokens[billing.Name.First].Lower.Split('-')[0])))
        {
            return name;
        }

        var full = PersonName.Of(prose, billing.Shared);
        var space = full.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 || PersonName.IsFamilyFirst(full.ToLowerInvariant()[(space + 1)..]) ? name : name + full[space..];
    }
}
