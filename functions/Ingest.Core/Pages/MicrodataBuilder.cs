using System.Collections.Immutable;

namespace Ingest.Core.Pages;

/// <summary>A microdata item while its element is being read.</summary>
internal sealed class MicrodataBuilder(string type)
{
    /// <summary>Longest text of a property, in UTF-16 code units; what follows is left out.</summary>
    public const int LongestText = 2_000;

    private const int MostProperties = 500;

    private readonly ImmutableArray<MicrodataProperty>.Builder _properties = ImmutableArray.CreateBuilder<MicrodataProperty>();

    /// <summary>Text of its <c>name</c> property; empty when it has none.</summary>
    public string Name => _properties.FirstOrDefault(property => property.Name == "name")?.Text ?? "";

    public void Add(string names, string text, MicrodataItem? item)
    {
        foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (_properties.Count < MostProperties)
            {
                _properties.Add(new MicrodataProperty(name, VisibleText.Normalise(text), item));
            }
        }
    }

    public MicrodataItem ToItem()
    {
        var path = type.Trim().TrimEnd('/');
        var first = path.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return new MicrodataItem(first[(first.LastIndexOfAny(['/', '#']) + 1)..], _properties.ToImmutable());
    }
}
