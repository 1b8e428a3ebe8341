using System.Collections.Immutable;

namespace Ingest.Core.Films.People;

/// <summary>A person's name, with all the forms in which another spelling of it may meet it.</summary>
internal sealed class PersonName
{
    private readonly string generation;

    private PersonName(string written, string[] words, string generation)
    {
        Written = written;
        Words = words;
        this.generation = generation;
        Forms = FormsOf(words);
        ShorterForms = [.. FormsOfShorter().Distinct(StringComparer.Ordinal)];
        FormsWithoutGeneration = generation.Length == 0 ? [] : FormsOf(words, "");
        FormalForms = Words.Length < 2 ? [] : [FormalFormOf(Words)];
        ShorterFormalForms = Words.Length < 3 || IsFamilyFirst
            ? []
            : [FormalFormOf(Words[0], Words[^1])];
        SurnameForms = [.. FormsOfSurname()];
        InitialForm = Words.Length < 2 || Words[0].Length == 0 ? Forms[0] : $"{Words[0][0]}. {Romanisation.Plain([Words[^1]])}";
    }

    /// <summary>As written, white space aside.</summary>
    public string Written { get; }

    /// <summary>Folded words; family name and given name in the order as written.</summary>
    public string[] Words { get; }

    /// <summary>Two names that have one of these in common are one name in two spellings.</summary>
    public ImmutableArray<string> Forms { get; }

    /// <summary>Whether the name is Korean or Chinese with the family name first.</summary>
    public bool IsFamilyFirst => Words.Length > 1 && Romanisation.IsFirstStandingSurname(Words[0])
        && (Romanisation.Korean(Words[0], Words.AsSpan(1)) ?? Romanisation.Chinese(Words[0], Words.AsSpan(1))) is not null;

    /// <summary>A name. Any text is one; a text without letters has one empty form.</summary>
    public static PersonName Of(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var tidy = string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var (words, generation) = NameWords.OfPerson(tidy);
        return new PersonName(tidy, words.Length > 0 ? words : [tidy], generation);
    }

    /// <summary>The forms of what may be left of this name where it is written shorter, at least two words.</summary>
    public ImmutableArray<string> ShorterForms { get; }

    private IEnumerable<string> FormsOfShorter()
    {
        if (Words.Length < 3)
        {
            return [];
        }

        // "Kim Seok" is another name than "Kim Yun-seok", but "Yun-seok" may be a mention of it.
        var shorter = FormsOf(Words[1..]).AsEnumerable();
        if (Words.Length > 3)
        {
            shorter = shorter.Concat(FormsOf(Words[2..])).Concat(FormsOf(Words[..^2]));
        }

        return IsFamilyFirst ? shorter : shorter.Concat(FormsOf(Words[..^1])).Concat(FormsOf([Words[0], Words[^1]]));
    }

    /// <summary>The same forms without the generation: <c>Ryan Ember</c> for <c>Ryan Ember Jr.</c></summary>
    public ImmutableArray<string> FormsWithoutGeneration { get; }

    /// <summary>The forms of the family name alone; none for a name of one word.</summary>
    public ImmutableArray<string> SurnameForms { get; }

    private IEnumerable<string> FormsOfSurname()
    {
        if (Words.Length < 2)
        {
            return [];
        }

        if (IsFamilyFirst)
        {
            return Words.Length == 2 && Romanisation.IsFirstStandingSurname(Words[1])
                ? [Romanisation.Plain([Words[0]]), Romanisation.Plain([Words[1]])]
                : [Romanisation.Plain([Words[0]])];
        }

        var tails = Enumerable.Range(1, Math.Min(2, Words.Length - 1)).Select(length => Romanisation.Plain(Words.AsSpan(^length..)));
        return Romanisation.IsFirstStandingSurname(Words[^1]) ? tails.Take(1) : tails;
    }

    /// <summary>The forms under which short forms of the given name meet the formal one; none for a name of one word.</summary>
    public ImmutableArray<string> FormalForms { get; }

    /// <summary>The same where the names between the first and the last are left out.</summary>
    public ImmutableArray<string> ShorterFormalForms { get; }

    /// <summary>The form of <c>I. Holt</c>, also of <c>Ida Holt</c>; the whole name where it is one word.</summary>
    public string InitialForm { get; }

    /// <summary>Whether the first name is written as an initial.</summary>
    public bool BeginsWithInitial => Words.Length > 1 && Words[0].Length == 1;

    /// <summary>Whether the given names agree where one of the names has initials: <c>J. K. Ember</c>, <c>Jon Kay Ember</c>.</summary>
    public bool AgreesInInitialsWith(PersonName other)
    {
        var (longer, shorter) = Words.Length >= other.Words.Length ? (this, other) : (other, this);
        if (shorter.Words.Length < 2 || longer.generation != shorter.generation
            || Romanisation.Plain([longer.Words[^1]]) != Romanisation.Plain([shorter.Words[^1]])
            || !MayBe(longer.Words[0], shorter.Words[0]))
        {
            return false;
        }

        var at = 1;
        for (var mine = 1; mine < shorter.Words.Length - 1; mine++)
        {
            while (at < longer.Words.Length - 1 && !MayBe(longer.Words[at], shorter.Words[mine]))
            {
                at++;
            }

            if (at++ >= longer.Words.Length - 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a given name is written as an initial.</summary>
    public bool HasInitials => Words.Length > 1 && Words.SkipLast(1).Any(word => word.Length == 1);

    /// <inheritdoc/>
    public override string ToString() => Written;

    private static bool MayBe(string one, string other) =>
        one == other || ((one.Length == 1 || other.Length == 1) && one[0] == other[0]);

    // Korean and Chinese names are told apart by single letters, "Lee" and "Li"; there only the rules of their own hold.
    private string FormalFormOf(params ReadOnlySpan<string> words)
    {
        var formal = Nicknames.FormalOf(words);
        var isEastern = Romanisation.IsFirstStandingSurname(words[0]) || Romanisation.IsFirstStandingSurname(words[^1]);
        return (isEastern ? Romanisation.Plain(formal) : Romanisation.Loose(formal)) + generation;
    }

    private ImmutableArray<string> FormsOf(string[] words) => FormsOf(words, generation);

    private static ImmutableArray<string> FormsOf(string[] words, string generation)
    {
        var forms = new List<string>();
        AddTurns(forms, "", [.. words.Select(word => Romanisation.Plain([word]))]);
        if (words.Length > 1)
        {
            AddIfAny(forms, Romanisation.Korean(words[0], words.AsSpan(1)));
            AddIfAny(forms, Romanisation.Korean(words[^1], words.AsSpan(..^1)));
            AddIfAny(forms, Romanisation.Chinese(words[0], words.AsSpan(1)));
            AddIfAny(forms, Romanisation.Chinese(words[^1], words.AsSpan(..^1)));
            AddTurns(forms, "ja:", Romanisation.Japanese(words));
            AddTurns(forms, "ru:", Romanisation.Slavic(words));
        }

        return [.. forms.Select(form => generation.Length == 0 ? form : $"{form}|{generation}").Distinct(StringComparer.Ordinal)];
    }

    // The family name may stand first or last.
    private static void AddTurns(List<string> forms, string tradition, string[]? words)
    {
        if (words is null)
        {
            return;
        }

        forms.Add(tradition + string.Concat(words));
        if (words.Length > 1)
        {
            forms.Add(tradition + words[^1] + string.Concat(words[..^1]));
            forms.Add(tradition + string.Concat(words[1..]) + words[0]);
        }
    }

    private static void AddIfAny(List<string> forms, string? form)
    {
        if (form is not null)
        {
            forms.Add(form);
        }
    }
}
