namespace Ingest.Core.Facts.Vocabulary;

/// <summary>Phrases with a meaning each.</summary>
internal static class Phrases
{
    /// <summary>Countries by name and adjective; the value is the English short name.</summary>
    public static PhraseTable<string> Countries { get; } = Named("countries.txt");

    /// <summary>How a figure's territory is said, besides a country's name.</summary>
    public static PhraseTable<string> Territories { get; } = Named("territories.txt");

    /// <summary>Genre words; the value says whether the word can stand for "film".</summary>
    public static PhraseTable<GenreWord> Genres { get; } = ReadGenres();

    /// <summary>Nouns for a film; true where they need no other sign that a film is meant.</summary>
    public static PhraseTable<bool> FilmNouns { get; } = ReadFilmNouns();

    /// <summary>Words before an amount that say how exact it is.</summary>
    public static PhraseTable<Qualifier> Qualifiers { get; } = ReadQualifiers();

    /// <summary>Currency signs before an amount.</summary>
    public static PhraseTable<string> CurrencySigns { get; } = ReadCurrencies(0);

    /// <summary>Currency words after an amount.</summary>
    public static PhraseTable<string> CurrencyWords { get; } = ReadCurrencies(1);

    private static PhraseTable<string> Named(string file)
    {
        var table = new PhraseTable<string>();
        foreach (var (label, rest) in DataFile.Labelled(file))
        {
            table.Add(label, label);
            foreach (var phrase in DataFile.Phrases(rest))
            {
                table.Add(phrase, label);
            }
        }

        return table;
    }

    private static PhraseTable<GenreWord> ReadGenres()
    {
        var table = new PhraseTable<GenreWord>();
        foreach (var (label, rest) in DataFile.Labelled("genres.txt"))
        {
            foreach (var phrase in DataFile.Phrases(rest))
            {
                table.Add(phrase, new GenreWord(phrase.ToLowerInvariant(), label == "head", label == "neutral"));
            }
        }

        return table;
    }

    private static PhraseTable<bool> ReadFilmNouns()
    {
        var table = new PhraseTable<bool>();
        foreach (var (label, rest) in DataFile.Labelled("film-nouns.txt"))
        {
            foreach (var phrase in DataFile.Phrases(rest))
            {
                table.Add(phrase, label == "strong");
            }
        }

        return table;
    }

    private static PhraseTable<Qualifier> ReadQualifiers()
    {
        var table = new PhraseTable<Qualifier>();
        foreach (var (label, rest) in DataFile.Labelled("qualifiers.txt"))
        {
            foreach (var phrase in DataFile.Phrases(rest))
            {
                table.Add(phrase, Enum.Parse<Qualifier>(label, ignoreCase: true));
            }
        }

        return table;
    }

    private static PhraseTable<string> ReadCurrencies(int column)
    {
        var table = new PhraseTable<string>();
        foreach (var (label, rest) in DataFile.Labelled("currencies.txt"))
        {
            var columns = rest.Split('|');
            foreach (var phrase in column < columns.Length ? DataFile.Phrases(columns[column]) : [])
            {
                table.Add(phrase, label);
            }
        }

        return table;
    }
}
