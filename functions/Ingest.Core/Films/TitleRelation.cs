namespace Ingest.Core.Films;

/// <summary>How two titles stand to each other.</summary>
public enum TitleRelation
{
    /// <summary>Titles of two films, unless something else says otherwise: <c>Ember</c> and <c>Ember 2</c>.</summary>
    Different,

    /// <summary>One goes on after the other with a subtitle: <c>Ember</c> and <c>Ember: The Long Way</c>.</summary>
    Subtitle,

    /// <summary>The same words, but the leading article: <c>The Ember</c> and <c>Ember</c>.</summary>
    OtherArticle,

    /// <summary>The same title, however it is written.</summary>
    Same,
}
