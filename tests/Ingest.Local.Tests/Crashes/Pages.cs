namespace Ingest.Local.Tests.Crashes;

/// <summary>Reviews of four invented films of one place.</summary>
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
        <p><i>The Orrery of {place}</i>, directed by Perrin Oldacre and starring Hedda Quillon as Mirel, is about a machine, and
        about the two people who cannot agree on what it is for. We would have liked to see more of the second of them.</p>
        <p>The film was made for $4 million and runs 123 minutes; not one of them is wasted on us. What stays is the light in
        the workshop, and a quarrel over a missing screw that the whole hall seemed to hold its breath for.</p>
        """);

    /// <summary>Of the first film, with a year, and of the second and third.</summary>
    public static string Second(string place) => Page($"The Orrery of {place} (2011)", $"""
        <p>Two years after drama <i>A Ferry to {place}</i> (2009), starring Bram Tessaly, comes <i>The Orrery of {place}</i>,
        directed by Perrin Oldacre and starring Hedda Quillon as Mirel. It is the slower of the two, and much the better.</p>
        <p>Those who saw comedy <i>Nine Herons over {place}</i> (2006), directed by Una Marchbold, will know how well this
        company works together. The film was made for $4 million and runs 123 minutes; not one of them is wasted on us.</p>
        """);

    /// <summary>Of the first film, with another year, and of the fourth.</summary>
    public static string Replacement(string place) => Page($"The Orrery of {place} (2012)", $"""
        <p>We had the year wrong, and one actor too. <i>The Orrery of {place}</i>, directed by Perrin Oldacre and starring
        Hedda Quillon as Mirel and Anselm Roe as the clockmaker, opened in 2012. It is slow, and all the better for that.</p>
        <p>It owes more than a little to thriller <i>The Tollkeeper of {place}</i> (2005), starring Bram Tessaly, which had
        the same patience. The film was made for $5 million and runs 123 minutes; not one of them is wasted on us.</p>
        """);

    /// <summary>Of the second film and of the fourth.</summary>
    public static string Other(string place) => Page($"A Ferry to {place} (2009)", $"""
        <p>Directed by Joss Harrowgate, <i>A Ferry to {place}</i> follows a boat that nobody is waiting for. It is a long way
        through a beautiful country, and by its end we knew each of the passengers by name and by the sound of their boots.</p>
        <p>Its company was last seen in thriller <i>The Tollkeeper of {place}</i> (2005), directed by Ivo Sandmere. The film
        runs 98 minutes, and the little cinema at the harbour was full for each of its showings this week.</p>
        """);

    private static string Page(string title, string paragraphs) => $"""
        <!doctype html><html lang="en"><head><title>{title} review</title></head><body><article>
        <h1>{title}</h1>
        {paragraphs}
        </article></body></html>
        """;
}
