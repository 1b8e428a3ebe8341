namespace Ingest.Core.Films.Titles;

/// <summary>Two titles of one film written together: <c>Ember (The Long Way)</c>, <c>Ember a.k.a. The Long Way</c>.</summary>
internal static class SecondTitle
{
    /// <summary>
    /// Segments in which <c>Ember, or The Long Way</c> and <c>Ember or: The Long Way</c> are a title and a subtitle.
    /// </summary>
    public static List<List<TitleWord>> Apart(List<List<TitleWord>> segments)
    {
        var found = new List<List<TitleWord>>(segments.Count);
        foreach (var segment in segments)
        {
            var or = segment.FindIndex(1 <= segment.Count ? 1 : 0, word => word.Text == "or" && word.AfterComma);
            if (or > 0 && or + 1 < segment.Count)
            {
                found.Add(segment[..or]);
                found.Add(segment[(or + 1)..]);
            }
            else if (segments.Count > 1 && segment.Count > 1 && segment[^1].Text == "or" && segment != segments[^1])
            {
                found.Add(segment[..^1]);
            }
            else
            {
                found.Add(segment);
            }
        }

        return found;
    }

    /// <summary>The folded title with what follows "a.k.a." in brackets.</summary>
    public static string Marked(string folded)
    {
        var marked = folded
            .Replace("a.k.a.", "aka", StringComparison.Ordinal)
            .Replace("also known as", "aka", StringComparison.Ordinal)
            .Replace("(aka ", "(", StringComparison.Ordinal)
            .Replace("[aka ", "[", StringComparison.Ordinal);
        var aka = marked.LastIndexOf(" aka ", StringComparison.Ordinal);
        return aka > 0 ? $"{marked[..aka]} ({marked[(aka + 5)..]})" : marked;
    }

    /// <summary>
    /// The index of the segment that is a second title: the last, in brackets or behind a slash; 0 for none.
    /// </summary>
    public static int Among(List<List<TitleWord>> segments)
    {
        var at = segments.Count - 1;
        return at > 0
            && segments[at][0].BeginsOther
            && segments.Count(segment => segment[0].BeginsOther) == 1
            && Asides.CanBeTitle(TitleNormalForm.WordsOf(segments[at])) ? at : 0;
    }
}
