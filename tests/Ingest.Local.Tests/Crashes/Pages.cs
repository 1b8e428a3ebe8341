namespace Ingest.Local.Tests.Crashes;

/// <summary>Reviews of three invented films of one place. They say little: what is said makes rows, and rows take time.</summary>
internal static class Pages
{
    /// <summary>Of the first film; does not know its year.</summary>
    public static string First(string place) => Page($"The Orrery of {place}", $"""
        <p>Directed by Perrin Oldacre, <i>The Orrery of {place}</i> spends two hours in the workshop of a clockmaker who will
        not finish his last machine. Nothing hurries here, and nobody explains too much, which suits the story well.</p>
        <p>The film runs 121 minutes, and the camera stays where it is and lets the dust settle, which is braver than it
        sounds. The last scene earns the silence that follows it in the hall, and we stayed to the end of it.</p>
        """);

    /// <summary>Of the first film alone, with a year.</summary>
    public static string Another(string place) => Page($"The Orrery of {place} (2011)", $"""
        <p><i>The Orrery of {place}</i>, directed by Perrin Oldacre, is about a machine, and about the two people who cannot
        agree on what it is for. We would have liked to see more of the second of them, and a little less of the rain.</p>
        <p>The film was made for $4 million and runs 123 minutes; not one of them is wasted on us. What stays is the light in
        the workshop, and a quarrel over a missing screw that the whole hall seemed to hold its breath for.</p>
        """);

    /// <summary>Of the first film, with a year, and of the second.</summary>
    public static string Second(string place) => Page($"The Orrery of {place} (2011)", $"""
        <p>Two years after drama <i>A Ferry to {place}</i> (2009) comes <i>The Orrery of {place}</i>, directed by Perrin
        Oldacre. It is the slower of the two, and much the better; nobody in it raises a voice, and everybody is heard.</p>
        <p>The film was made for $4 million and runs 123 minutes; not one of them is wasted on us. What stays is the light in
        the workshop, and a quarrel over a missing screw that the whole hall seemed to hold its breath for.</p>
        """);

    /// <summary>Of the first film, with another year, and of the third.</summary>
    public static string Replacement(string place) => Page($"The Orrery of {place} (2012)", $"""
        <p>We had the year wrong, and the price too. <i>The Orrery of {place}</i>, directed by Perrin Oldacre, opened in 2012,
        seven years after thriller <i>The Tollkeeper of {place}</i> (2005), to which it owes more than a little.</p>
        <p>The film was made for $5 million and runs 123 minutes; not one of them is wasted on us. What stays is the light in
        the workshop, and a quarrel over a missing screw that the whole hall seemed to hold its breath for.</p>
        """);

    private static string Page(string title, string paragraphs) => $"""
        <!doctype html><html lang="en"><head><title>{title} review</title></head><body><article>
        <h1>{title}</h1>
        {paragraphs}
        </article></body></html>
        """;
}
