namespace Ingest.Core.Pages;

/// <summary>Characters of the block at hand. Grows and is used again for the next block.</summary>
internal sealed class TextBuffer
{
    private char[] _chars = new char[1024];

    public int Length { get; private set; }

    public void Append(char c)
    {
        if (Length == _chars.Length)
        {
            Array.Resize(ref _chars, Length * 2);
        }

        _chars[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        while (_chars.Length - Length < text.Length)
        {
            Array.Resize(ref _chars, _chars.Length * 2);
        }

        text.CopyTo(_chars.AsSpan(Length));
        Length += text.Length;
    }

    public void Clear() => Length = 0;

    public override string ToString() => new(_chars, 0, Length);

    public string ToString(int start, int length) => new(_chars, start, length);
}
