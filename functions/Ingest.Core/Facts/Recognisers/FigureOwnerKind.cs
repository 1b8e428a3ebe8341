namespace Ingest.Core.Facts.Recognisers;

/// <summary>How a sentence says whose sum it is.</summary>
internal enum FigureOwnerKind
{
    /// <summary>Not at all: the film that is spoken of.</summary>
    Open,

    /// <summary>A film, by its title or as "the film".</summary>
    Film,

    /// <summary>"It", which may be anything.</summary>
    Pronoun,

    /// <summary>Audiences, who count for the film they see.</summary>
    Audience,

    /// <summary>Somebody or something else.</summary>
    Other,

    /// <summary>Nobody: the sum is expected or wished for.</summary>
    Unreal,
}
